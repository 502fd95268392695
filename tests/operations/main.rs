//! What an annotated function does and how it is documented: each module is an application of its own.

mod bodies;
mod document;
mod precedence;
mod query;
mod results;
mod status_auto;
