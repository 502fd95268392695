//! The text of a header's value.

use std::borrow::Cow;

use http::HeaderValue;

/// A value as text. What is not ASCII is read as ISO 8859-1 (RFC 9110, section 5.5), so that any value has one.
pub fn text(value: &HeaderValue) -> Cow<'_, str> {
    match value.to_str() {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(value.as_bytes().iter().map(|&byte| char::from(byte)).collect()),
    }
}

/// What stands before the parameters of a value, such as `text/html` in `text/html; charset=utf-8`.
pub fn essence(value: &str) -> &str {
    value.split(';').next().unwrap_or_default().trim_ascii()
}
