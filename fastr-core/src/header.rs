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

/// A URI reference (RFC 3986) as the value of a header. What may not stand in a URI is percent-encoded.
pub fn uri_reference(text: &str) -> HeaderValue {
    use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
    const UNSAFE: &AsciiSet = &CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'<')
        .add(b'>')
        .add(b'\\')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    let encoded = utf8_percent_encode(text, UNSAFE).to_string();
    // What is left is visible ASCII, which every header may have.
    HeaderValue::try_from(encoded).unwrap_or(HeaderValue::from_static("/"))
}
