//! What an annotated function does and how it is documented: each module is an application of its own.
#![allow(
    clippy::needless_pass_by_value,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    clippy::unused_async,
    reason = "a handler has the form that is under test"
)]

mod bodies;
mod described;
mod document;
mod precedence;
mod query;
mod response_model;
mod results;
mod status_auto;
mod validate;
mod written_by_macros;
