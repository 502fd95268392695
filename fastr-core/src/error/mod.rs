//! Step 1: what can go wrong, as data. Nothing here knows how an error becomes a response.

mod format;
mod http;
mod internal;
mod json;
mod place;
mod report;
mod startup;
mod text;
mod validation;

pub use format::ErrorFormat;
pub use http::HttpException;
pub use internal::InternalError;
pub use place::Place;
pub use report::{ErrorReport, Exceptions, UsualError, Values};
pub use startup::StartupError;
pub use text::JsonText;
pub use validation::{Loc, ValidationError};
