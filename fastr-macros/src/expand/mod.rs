//! From a checked plan to code. Nothing fails here.

mod answer;
mod answer_outline;
mod api_error;
mod argument;
mod attached;
mod choice;
mod close_error;
mod contract;
mod entries;
mod field;
mod model;
mod object;
mod operation;
mod outgoing;
mod outline;
mod owner;
mod responses;
mod rule;
mod runtime;
mod standard_error;
mod union;
mod websocket;
mod words;

pub use answer_outline::answers as plain_answers;
pub use api_error::api_error;
pub use attached::attached;
pub use close_error::close_error;
pub use model::model;
pub use operation::{function, operation};
pub use outgoing::{outgoing, plain as plain_outgoing};
pub use outline::plain as plain_model;
pub use responses::responses;
pub use websocket::websocket;
