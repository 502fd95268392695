//! Step 4: from the request to the arguments of the handler.

mod arg;
mod form;
mod json;
mod lend;
mod model;
mod path;
mod query;
mod request;
mod text;
mod texts;

pub use arg::{Arg, Argument, Found};
pub use lend::{Lend, Loan};
pub use path::FromPath;

pub use form::decode as decode_form;
pub use json::{FromBody, STATUSES as JSON_STATUSES, find as find_json};
pub use model::read as read_model;
pub use text::{FromText, STATUSES as TEXT_STATUSES, find as find_text};
pub use texts::Texts;
