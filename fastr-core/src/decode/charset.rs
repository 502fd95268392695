//! The text of bytes that say nothing of their encoding.

use std::borrow::Cow;

/// UTF-8, or else ISO 8859-1, so that any bytes have a text, as in FastAPI's forms.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&byte| char::from(byte)).collect()),
    }
}
