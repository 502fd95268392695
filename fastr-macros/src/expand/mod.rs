//! From a checked plan to code. Nothing fails here.

mod argument;
mod choice;
mod contract;
mod field;
mod model;
mod object;
mod operation;
mod outgoing;
mod outline;
mod rule;
mod runtime;
mod union;

pub use model::model;
pub use operation::{function, operation};
pub use outgoing::{outgoing, plain as plain_outgoing};
pub use outline::plain as plain_model;
