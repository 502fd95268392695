//! Step 4: from the request to the arguments of the handler.

mod arg;
mod client;
mod file;
mod form;
mod json;
mod lend;
mod media;
mod misplaced;
mod model;
mod path;
mod query;
mod receive;
mod request;
mod state;
mod text;
mod texts;
mod tuple;
#[cfg(feature = "multipart")]
mod upload;

pub use arg::{Arg, Argument, Found};
pub use file::FromFile;
pub use lend::{Lend, Loan};
pub use path::FromPath;
pub use receive::{Limits, NotReceived, Receive};
pub use state::FromState;

pub use form::decode as decode_form;
pub use json::{FromBody, STATUSES as JSON_STATUSES, find as find_json};
pub use model::read as read_model;
pub use text::{FromText, STATUSES as TEXT_STATUSES, find as find_text};
pub use texts::Texts;
