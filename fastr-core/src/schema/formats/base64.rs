//! [`Base64Bytes`]: bytes that are written as base64.

use std::fmt;
use std::ops::Deref;

use base64::Engine;
use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::schema::format::{scalar, text_of_serde};
use crate::schema::{Formatted, Refusal};

/// Bytes that are base64 with padding in JSON and in text (RFC 4648, section 4), as pydantic's `Base64Bytes`.
///
/// ```
/// # use fastr_core::private::Base64Bytes;
/// let bytes: Base64Bytes = "aGVsbG8=".parse()?;
/// assert_eq!(&*bytes, b"hello");
/// assert_eq!(bytes.to_string(), "aGVsbG8=");
/// # Ok::<(), fastr_core::private::FormatError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64Bytes(Vec<u8>);

impl Base64Bytes {
    /// The bytes, no longer bound to a spelling.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl From<Vec<u8>> for Base64Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Deref for Base64Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Base64Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Base64Display::new(&self.0, &STANDARD).fmt(f)
    }
}

impl Formatted for Base64Bytes {
    const NAME: Option<&'static str> = Some("base64");

    fn read(text: &str) -> Result<Self, Refusal> {
        STANDARD.decode(text).map(Self).map_err(|_| {
            let reason = reason(text);
            let msg = format!("Base64 decoding error: '{reason}'");
            Refusal::new("base64_decode", msg).with("error", reason)
        })
    }

    fn refuse(_: &Value) -> Refusal {
        Refusal::new("bytes_type", "Input should be a valid bytes")
    }
}

/// Why Python's `base64` would not read it. It looks over foreign characters, which we do not.
fn reason(text: &str) -> String {
    let data = text.trim_end_matches('=');
    let is_data = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    if !data.bytes().all(is_data) {
        return "Only base64 data is allowed".to_owned();
    }
    if data.len() % 4 == 1 {
        let count = data.len();
        return format!(
            "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
        );
    }
    "Incorrect padding".to_owned()
}

scalar!(Base64Bytes);
text_of_serde!(Base64Bytes);
