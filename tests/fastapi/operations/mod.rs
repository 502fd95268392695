//! The operations of `app.py`, group by group, as somebody who moves from FastAPI would write them.

#![allow(
    clippy::needless_pass_by_value,
    clippy::struct_field_names,
    reason = "the names and the parameters are FastAPI's"
)]

mod body;
mod containers;
mod cookie;
mod form;
mod header;
mod multi;
mod nested;
mod path;
mod query;
mod query_list;
mod query_model;
mod routing;
mod scalars;
mod updates;
