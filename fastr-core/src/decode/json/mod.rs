//! A JSON text (RFC 8259) as a tree that borrows from it, or the first mistake of syntax, found where Python's reader
//! finds it and in its words.
//!
//! It is read when a type has refused the text already. What `serde_json` asks beyond the grammar is asked here too:
//! UTF-8, whole surrogate pairs, numbers that an `f64` can hold, and no more than 127 brackets in each other.

mod names;
mod node;
mod part;

use std::borrow::Cow;

pub use node::{Entry, Node, Number, get};
pub use part::part;
use smallvec::SmallVec;

/// A mistake of syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxMistake {
    /// Where it is, in characters.
    pub offset: usize,
    /// What it is.
    pub reason: &'static str,
}

/// The value that the text is, or its first mistake.
///
/// # Errors
///
/// The first mistake of syntax.
pub fn read(bytes: &[u8]) -> Result<Node<'_>, SyntaxMistake> {
    let read = match str::from_utf8(bytes) {
        Ok(text) => Reader::new(text).read(),
        Err(error) => Err((error.valid_up_to(), "Invalid UTF-8")),
    };
    read.map_err(|(at, reason)| SyntaxMistake {
        offset: String::from_utf8_lossy(&bytes[..at]).chars().count(),
        reason,
    })
}

/// How many brackets `serde_json` does not open in each other any more.
const TOO_DEEP: usize = 128;

const VALUE: &str = "Expecting value";
const NAME: &str = "Expecting property name enclosed in double quotes";
const COLON: &str = "Expecting ':' delimiter";
const COMMA: &str = "Expecting ',' delimiter";
const EXTRA: &str = "Extra data";
const UNTERMINATED: &str = "Unterminated string starting at";
const CONTROL: &str = "Invalid control character at";
const ESCAPE: &str = "Invalid \\escape";
const UNICODE: &str = "Invalid \\uXXXX escape";
const RANGE: &str = "Number out of range";
const DEPTH: &str = "Nested too deeply";

/// A place in bytes, and what is wrong there.
type Mistake = (usize, &'static str);

struct Reader<'text> {
    text: &'text str,
    at: usize,
    open: SmallVec<[Open<'text>; 4]>,
}

/// A bracket that is not closed yet, with what has been read behind it.
enum Open<'text> {
    /// The last entry has a name already, and no value yet.
    Object(Vec<Entry<'text>>),
    List(Vec<Node<'text>>),
}

impl<'text> Open<'text> {
    fn end(&self) -> u8 {
        match self {
            Self::Object(_) => b'}',
            Self::List(_) => b']',
        }
    }

    fn put(&mut self, value: Node<'text>) {
        match self {
            Self::Object(entries) => {
                if let Some((_, place)) = entries.last_mut() {
                    *place = value;
                }
            }
            Self::List(items) => items.push(value),
        }
    }

    fn close(self) -> Node<'text> {
        match self {
            Self::Object(entries) => Node::Object(names::each_once(entries)),
            Self::List(items) => Node::List(items),
        }
    }
}

impl<'text> Reader<'text> {
    fn new(text: &'text str) -> Self {
        Self {
            text,
            at: 0,
            open: SmallVec::new(),
        }
    }

    /// Reads one value and the end of the text. No function calls itself: the depth of the text costs no stack.
    fn read(mut self) -> Result<Node<'text>, Mistake> {
        self.space();
        loop {
            let Some(mut value) = self.begin_value()? else {
                continue;
            };
            loop {
                self.space();
                let next = self.peek();
                let Some(open) = self.open.last_mut() else {
                    return self.end(value);
                };
                open.put(value);
                if next == Some(b',') {
                    self.next_entry()?;
                    break;
                }
                if next != Some(open.end()) {
                    return self.mistake(COMMA);
                }
                self.at += 1;
                value = self.open.pop().map_or(Node::Null, Open::close);
            }
        }
    }

    /// Reads a value, or the beginning of one that holds others.
    fn begin_value(&mut self) -> Result<Option<Node<'text>>, Mistake> {
        let value = match self.peek() {
            Some(b'"') => Node::Text(self.string()?),
            Some(b'{') => return self.begin(Open::Object(Vec::new())),
            Some(b'[') => return self.begin(Open::List(Vec::new())),
            Some(b'-' | b'0'..=b'9') => Node::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Some(value))
    }

    fn begin(&mut self, open: Open<'text>) -> Result<Option<Node<'text>>, Mistake> {
        if self.open.len() + 1 == TOO_DEEP {
            return self.mistake(DEPTH);
        }
        self.at += 1;
        self.space();
        if self.peek() == Some(open.end()) {
            self.at += 1;
            return Ok(Some(open.close()));
        }
        self.open.push(open);
        self.begin_entry()?;
        Ok(None)
    }

    /// Reads the comma, and the name where one is due.
    fn next_entry(&mut self) -> Result<(), Mistake> {
        self.at += 1;
        self.space();
        self.begin_entry()
    }

    fn begin_entry(&mut self) -> Result<(), Mistake> {
        if let Some(Open::Object(_)) = self.open.last() {
            let name = self.name()?;
            if let Some(Open::Object(entries)) = self.open.last_mut() {
                entries.push((name, Node::Null));
            }
        }
        Ok(())
    }

    fn name(&mut self) -> Result<Cow<'text, str>, Mistake> {
        if self.peek() != Some(b'"') {
            return self.mistake(NAME);
        }
        let name = self.string()?;
        self.space();
        if self.peek() != Some(b':') {
            return self.mistake(COLON);
        }
        self.at += 1;
        self.space();
        Ok(name)
    }

    fn end(&self, value: Node<'text>) -> Result<Node<'text>, Mistake> {
        if self.at == self.text.len() {
            Ok(value)
        } else {
            self.mistake(EXTRA)
        }
    }

    fn word(&mut self) -> Result<Node<'text>, Mistake> {
        let words = [
            ("true", Node::Bool(true)),
            ("false", Node::Bool(false)),
            ("null", Node::Null),
        ];
        let rest = self.rest();
        match words
            .into_iter()
            .find(|(word, _)| rest.starts_with(word.as_bytes()))
        {
            Some((word, value)) => {
                self.at += word.len();
                Ok(value)
            }
            None => self.mistake(VALUE),
        }
    }

    fn number(&mut self) -> Result<Number<'text>, Mistake> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.at += digits(self.rest()),
            _ => return Err((start, VALUE)),
        }
        self.at += fraction(self.rest());
        self.at += exponent(self.rest());
        let number = Number(&self.text[start..self.at]);
        if number.is_finite() {
            Ok(number)
        } else {
            Err((start, RANGE))
        }
    }

    fn string(&mut self) -> Result<Cow<'text, str>, Mistake> {
        let start = self.at;
        self.at += 1;
        self.at += plain(self.rest());
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(&self.text[start + 1..self.at - 1]));
        }
        self.escaped_string(start)
    }

    /// Reads the rest of a string that has escapes, or is none.
    fn escaped_string(&mut self, start: usize) -> Result<Cow<'text, str>, Mistake> {
        loop {
            match self.peek() {
                None => return Err((start, UNTERMINATED)),
                Some(b'"') => break,
                Some(b'\\') => self.escape(start)?,
                Some(_) => return self.mistake(CONTROL),
            }
            self.at += plain(self.rest());
        }
        self.at += 1;
        // Each escape has been looked at, so nothing is left to refuse.
        let text = serde_json::from_str(&self.text[start..self.at]);
        text.map(Cow::Owned).map_err(|_| (start, ESCAPE))
    }

    fn escape(&mut self, string: usize) -> Result<(), Mistake> {
        match self.rest().get(1) {
            None => Err((string, UNTERMINATED)),
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => self.unicode_escape(),
            Some(_) => self.mistake(ESCAPE),
        }
    }

    /// One escape, or the two of a surrogate pair.
    fn unicode_escape(&mut self) -> Result<(), Mistake> {
        let lone = Err((self.at + 1, UNICODE));
        match self.code_unit()? {
            0xd800..=0xdbff if self.rest().starts_with(b"\\u") => match self.code_unit()? {
                0xdc00..=0xdfff => Ok(()),
                _ => lone,
            },
            0xd800..=0xdfff => lone,
            _ => Ok(()),
        }
    }

    /// The four digits behind `\u`. Something must stand behind them, if only the end of the string.
    fn code_unit(&mut self) -> Result<u16, Mistake> {
        let digits = self.rest().get(2..6);
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let unit = digits
            .and_then(|digits| str::from_utf8(digits).ok())
            .and_then(|digits| u16::from_str_radix(digits, 16).ok())
            .filter(|_| self.at + 6 < self.text.len());
        let Some(unit) = unit else {
            return Err((self.at + 1, UNICODE));
        };
        self.at += 6;
        Ok(unit)
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn rest(&self) -> &'text [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn mistake<T>(&self, reason: &'static str) -> Result<T, Mistake> {
        Err((self.at, reason))
    }
}

/// How many bytes of a text mean themselves.
fn plain(text: &[u8]) -> usize {
    let special = |&byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    text.iter().position(special).unwrap_or(text.len())
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The length of a fraction. A point without digits is none.
fn fraction(text: &[u8]) -> usize {
    match text {
        [b'.', rest @ ..] if digits(rest) > 0 => 1 + digits(rest),
        _ => 0,
    }
}

/// The length of an exponent. One without digits is none.
fn exponent(text: &[u8]) -> usize {
    let (before, rest) = match text {
        [b'e' | b'E', b'+' | b'-', rest @ ..] => (2, rest),
        [b'e' | b'E', rest @ ..] => (1, rest),
        _ => return 0,
    };
    match digits(rest) {
        0 => 0,
        count => before + count,
    }
}

#[cfg(test)]
mod tests;
