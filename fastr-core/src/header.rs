//! Step 1: a header as the user writes it, as two texts.

use http::{HeaderName, HeaderValue};

/// The header with this name and value.
///
/// # Panics
///
/// When the name or the value cannot stand in an HTTP header (RFC 9110, section 5).
#[track_caller]
pub fn header(name: &str, value: &str) -> (HeaderName, HeaderValue) {
    let Ok(header) = HeaderName::try_from(name) else {
        panic!("`{name}` is no header name; use letters, digits and hyphens")
    };
    let Ok(content) = HeaderValue::try_from(value) else {
        panic!("the value of the header `{name}` has a character that no header may have: {value:?}")
    };
    (header, content)
}
