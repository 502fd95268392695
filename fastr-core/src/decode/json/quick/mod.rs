//! A JSON text straight to a type: what `serde_json::from_str` takes, as what it takes it, in fewer steps.
//!
//! What is the same for all types is compiled once, here; what a type needs of its own ([`value`], [`entries`], [`key`],
//! [`variant`]) is a few lines that call it, and only they are compiled with the user's types. The words of a mistake of syntax
//! are of no use to anybody, because the text is then looked at again; those of a type that refuses a value are `serde_json`'s.

/// What `?` does, without the calls that it stands for: they would be compiled once more for each type that is read.
macro_rules! tri {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Err(error),
        }
    };
}

mod amount;
mod entries;
mod key;
mod pass;
mod refusal;
#[cfg(test)]
mod tests;
mod value;
mod variant;

use std::ptr;

use serde::Deserialize;
use serde_json::Result;

use super::{TOO_DEEP, text};
use refusal::{COMMA, DEPTH, EXTRA, SYNTAX, VALUE, refused};

/// The value that a text is, as `serde_json::from_str` has it.
///
/// # Errors
///
/// When it is no JSON, and when the type refuses it. The error knows no place.
pub fn from_str<'text, T: Deserialize<'text>>(json: &'text str) -> Result<T> {
    let mut reader = Reader::new(json);
    let value = tri!(T::deserialize(&mut reader));
    tri!(reader.end());
    Ok(value)
}

/// A text, and how far it has been read.
pub struct Reader<'text> {
    json: &'text str,
    at: usize,
    /// How many brackets may still be opened in each other.
    left: usize,
    /// What the last text meant that had an escape.
    meant: String,
    /// The names of the last struct that were found to stand in a text as they are.
    plain_names: &'static [&'static str],
}

impl<'text> Reader<'text> {
    pub fn new(json: &'text str) -> Self {
        Self {
            json,
            at: 0,
            left: TOO_DEEP - 1,
            meant: String::new(),
            plain_names: &[],
        }
    }

    /// The next byte that is no space; 0, which can stand nowhere, at the end.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        match self.json.as_bytes().get(self.at) {
            Some(&byte) if byte > b' ' => byte,
            _ => self.peek_behind_space(),
        }
    }

    fn peek_behind_space(&mut self) -> u8 {
        while let Some(&byte) = self.json.as_bytes().get(self.at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                byte => return byte,
            }
        }
        0
    }

    /// Goes on behind a byte that has been peeked at.
    #[inline]
    pub fn step(&mut self) {
        self.at += 1;
    }

    /// Makes sure that all has been read.
    pub fn end(&mut self) -> Result<()> {
        self.peek();
        if self.at == self.json.len() {
            Ok(())
        } else {
            Err(refused(EXTRA))
        }
    }

    /// Goes into a list or an object.
    pub fn enter(&mut self) -> Result<()> {
        self.left = self.left.checked_sub(1).ok_or_else(|| refused(DEPTH))?;
        self.at += 1;
        Ok(())
    }

    /// Goes out of an object that has been read as far as its type wants it. Where the type has refused it and another
    /// makes do without, it may end all the same.
    pub fn leave_object(&mut self) -> Result<()> {
        match self.peek_outside() {
            b'}' => {
                self.step();
                Ok(())
            }
            b',' => Err(refused(COMMA)),
            _ => Err(refused(EXTRA)),
        }
    }

    /// The same of a list.
    pub fn leave_list(&mut self) -> Result<()> {
        let next = self.peek_outside();
        if matches!(next, b']' | b',') {
            self.step();
        }
        match next {
            b']' => Ok(()),
            _ => Err(refused(EXTRA)),
        }
    }

    /// What ends, or should end, a list or an object.
    pub fn peek_outside(&mut self) -> u8 {
        self.left += 1;
        self.peek()
    }

    /// The names that can be looked for in the text as they are: all of a struct, or none where one has to be escaped. In a
    /// list of one struct that is asked once.
    fn standing_as_they_are(&mut self, names: &'static [&'static str]) -> &'static [&'static str] {
        if ptr::eq(self.plain_names, names) {
            return names;
        }
        if !names.iter().all(|name| text::means_itself(name)) {
            return &[];
        }
        if !names.is_empty() {
            self.plain_names = names;
        }
        names
    }

    /// Goes into an object and to no list.
    pub fn enter_object(&mut self) -> Result<()> {
        match self.peek() {
            b'{' => self.enter(),
            _ => Err(refused(VALUE)),
        }
    }

    /// Reads `null`, of which the first letter has been peeked at.
    pub fn null(&mut self) -> Result<()> {
        self.word(b"null")
    }

    /// Reads `true` or `false`, of which the first letter has been peeked at.
    pub fn truth(&mut self) -> Result<bool> {
        let is_true = self.peek() == b't';
        if is_true {
            self.word(b"true")?;
        } else {
            self.word(b"false")?;
        }
        Ok(is_true)
    }

    fn word<const LENGTH: usize>(&mut self, word: &[u8; LENGTH]) -> Result<()> {
        let rest = self.json.as_bytes().get(self.at..).unwrap_or_default();
        if rest.first_chunk() != Some(word) {
            return Err(refused(SYNTAX));
        }
        self.at += LENGTH;
        Ok(())
    }

    /// Reads a text whose quote has been peeked at, if it has no escape.
    pub fn plain(&mut self) -> Option<&'text str> {
        let plain = text::plain(self.json, self.at)?;
        self.at += plain.len() + 2;
        Some(plain)
    }

    /// Reads a text that has an escape, or is none.
    #[cold]
    pub fn escaped(&mut self) -> Result<&str> {
        self.meant.clear();
        self.at = text::unescape(self.json, self.at, &mut self.meant).map_err(|_| refused(SYNTAX))?;
        Ok(&self.meant)
    }

    /// Reads a text whose quote has been peeked at.
    pub fn text(&mut self) -> Result<&str> {
        match self.plain() {
            Some(text) => Ok(text),
            None => self.escaped(),
        }
    }

    /// Reads a text whose quote has been peeked at as it is written, whatever stands in it.
    pub fn any_text(&mut self) -> &'text str {
        let from = self.at;
        let mut is_escaped = true;
        let rest = self.json.get(from..).unwrap_or_default();
        let end = rest.bytes().position(|byte| {
            let is_end = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            is_end
        });
        let (text, _) = end
            .and_then(|end| rest.split_at_checked(end + 1))
            .unwrap_or((rest, ""));
        self.at += text.len();
        text
    }

    /// Reads the colon behind a name.
    pub fn colon(&mut self) -> Result<()> {
        if self.peek() != b':' {
            return Err(refused(SYNTAX));
        }
        self.at += 1;
        Ok(())
    }
}
