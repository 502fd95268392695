//! A form that has wholly arrived.

use std::borrow::Cow;

use super::query;

/// The entries of a form, in the order of the request.
#[derive(Debug, Default)]
pub struct Form {
    entries: Vec<(String, String)>,
}

impl Form {
    /// Reads `application/x-www-form-urlencoded` (WHATWG URL). Bytes that are not UTF-8 are read as ISO 8859-1.
    pub fn urlencoded(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).map_or_else(
            |_| Cow::Owned(bytes.iter().map(|&byte| char::from(byte)).collect()),
            Cow::Borrowed,
        );
        let entries = query::pairs(&text)
            .into_iter()
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        Self { entries }
    }

    /// The pairs of text.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
