//! From a checked plan to code. Nothing fails here.

mod argument;
mod contract;
mod field;
mod model;
mod operation;
mod runtime;

pub use model::{model, plain as plain_model};
pub use operation::{function, operation};
