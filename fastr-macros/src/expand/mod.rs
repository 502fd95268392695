//! From a checked plan to code. Nothing fails here.

mod argument;
mod choice;
mod contract;
mod field;
mod model;
mod object;
mod operation;
mod outline;
mod rule;
mod runtime;
mod union;

pub use model::model;
pub use operation::{function, operation};
pub use outline::plain as plain_model;
