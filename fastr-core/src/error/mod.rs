//! Step 1: what can go wrong, as data. Nothing here knows how an error becomes a response.

mod http;
mod json;
mod place;
mod startup;
mod style;
mod text;
mod validation;

pub use http::HttpException;
pub use place::Place;
pub use startup::StartupError;
pub use style::{ErrorFormat, ErrorStyle};
pub use text::JsonText;
pub use validation::{Loc, ValidationError};
