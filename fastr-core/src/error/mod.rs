//! Step 1: what can go wrong, as data. Nothing here knows how an error becomes a response.

mod http;
mod input;
mod json;
mod place;
mod startup;
mod style;
mod validation;

pub use http::HttpException;
pub use input::Input;
pub use place::Place;
pub use startup::StartupError;
pub use style::{ErrorFormat, ErrorStyle};
pub use validation::{Loc, ValidationError};
