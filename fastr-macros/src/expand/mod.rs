//! From a checked plan to code. Nothing fails here.

mod answer;
mod answer_outline;
mod api_error;
mod argument;
mod choice;
mod contract;
mod field;
mod model;
mod object;
mod operation;
mod outline;
mod responses;
mod rule;
mod runtime;
mod union;
mod words;

pub use answer_outline::answers as plain_answers;
pub use api_error::api_error;
pub use model::model;
pub use operation::{function, operation};
pub use outline::plain as plain_model;
pub use responses::responses;
