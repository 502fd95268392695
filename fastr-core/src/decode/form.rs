//! A form that has wholly arrived.

#[cfg(feature = "multipart")]
use super::upload::UploadFile;
use super::{charset, query};

/// The entries of a form, in the order of the request.
#[derive(Debug, Default)]
pub struct Form {
    entries: Vec<(String, Entry)>,
}

/// What an entry of a form holds.
#[derive(Debug)]
pub enum Entry {
    /// A text.
    Text(String),
    /// A file: a part of `multipart/form-data` that has a file name.
    #[cfg(feature = "multipart")]
    File(UploadFile),
}

impl Entry {
    /// The text; none of a file.
    #[cfg_attr(
        not(feature = "multipart"),
        expect(clippy::unnecessary_wraps, reason = "without `multipart` there are no files")
    )]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            #[cfg(feature = "multipart")]
            Self::File(_) => None,
        }
    }

    /// What an error shows of it: the text, or the name of the file.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text) => text,
            #[cfg(feature = "multipart")]
            Self::File(file) => file.filename().unwrap_or_default(),
        }
    }
}

impl Form {
    /// Reads `application/x-www-form-urlencoded` (WHATWG URL). Bytes that are not UTF-8 are read as ISO 8859-1.
    pub fn urlencoded(bytes: &[u8]) -> Self {
        let entries = query::pairs(&charset::text(bytes))
            .into_iter()
            .map(|(name, value)| (name.into_owned(), Entry::Text(value.into_owned())))
            .collect();
        Self { entries }
    }

    /// All entries, each with its name.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(name, entry)| (name.as_str(), entry))
    }

    /// The entries with a name.
    pub fn entries<'form>(&'form self, name: &str) -> impl DoubleEndedIterator<Item = &'form Entry> {
        self.entries
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, entry)| entry)
    }
}

#[cfg(feature = "multipart")]
impl Form {
    /// Adds an entry.
    pub fn push(&mut self, name: String, entry: Entry) {
        self.entries.push((name, entry));
    }

    /// Takes the entries with a name out of the form.
    pub fn take(&mut self, name: &str) -> Vec<Entry> {
        self.entries
            .extract_if(.., |(key, _)| key == name)
            .map(|(_, entry)| entry)
            .collect()
    }
}
