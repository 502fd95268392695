//! One thing that is wrong with a request, in pydantic's form.

use std::borrow::Cow;

use super::JsonText;

/// One entry of the list in a 422 answer: the shape FastAPI gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidationError {
    /// The kind of mistake, `type` in JSON, in pydantic's words: `missing`, `int_parsing`, …
    pub kind: Cow<'static, str>,
    /// The way to the mistake: the source, then names and indexes.
    pub loc: Vec<Loc>,
    /// The sentence for a person.
    pub msg: Cow<'static, str>,
    /// What was received there; of more than 8 KiB of JSON its beginning, as a text.
    pub input: JsonText,
    /// The values that the sentence is made with, each with its name.
    pub ctx: Vec<(&'static str, JsonText)>,
}

impl ValidationError {
    /// The rank of its source: path, query, header, cookie, body.
    pub fn rank(&self) -> usize {
        const SOURCES: [&str; 4] = ["path", "query", "header", "cookie"];
        let is_mine = |source: &&str| matches!(self.loc.first(), Some(Loc::Name(name)) if name == source);
        SOURCES.iter().position(is_mine).unwrap_or(SOURCES.len())
    }
}

/// One step on the way to a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loc {
    /// The name of a source, a parameter or a field.
    Name(Cow<'static, str>),
    /// An index in a list, or an offset in a text.
    Index(usize),
}

impl From<&'static str> for Loc {
    fn from(name: &'static str) -> Self {
        Self::Name(Cow::Borrowed(name))
    }
}

impl From<String> for Loc {
    fn from(name: String) -> Self {
        Self::Name(Cow::Owned(name))
    }
}

impl From<usize> for Loc {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}
