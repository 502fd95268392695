//! `multipart/form-data` (RFC 7578), read while it arrives.

mod feed;
mod limits;
mod parts;
mod unreadable;

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::header::{essence, text};
use super::parameter::parameter;

pub use limits::MultipartLimits;
pub use parts::read;
pub use unreadable::Unreadable;

/// The boundary, when the headers say that the body is `multipart/form-data`.
///
/// # Errors
///
/// When they say so and name no boundary.
pub fn boundary(headers: &HeaderMap) -> Option<Result<String, Unreadable>> {
    let content_type = text(headers.get(CONTENT_TYPE)?);
    if !essence(&content_type).eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    Some(match parameter(&content_type, "boundary") {
        None => Err(Unreadable::bad("Missing boundary in multipart.")),
        Some(boundary) if boundary.is_empty() => Err(Unreadable::malformed()),
        Some(boundary) => Ok(boundary),
    })
}
