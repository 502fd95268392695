//! A JSON text as a tree that borrows from it, or the first mistake of syntax, found where Python's reader finds it and in
//! its words. It is read when a type has refused the text already.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::mistake::{COLON, COMMA, DEPTH, EXTRA, Mistake, NAME, RANGE, SyntaxMistake, UTF8, VALUE};
use super::{Entry, Node, Number, TOO_DEEP, names, number, text};

/// The value that the text is, or its first mistake.
///
/// # Errors
///
/// The first mistake of syntax.
pub fn read(bytes: &[u8]) -> Result<Node<'_>, SyntaxMistake> {
    let read = match str::from_utf8(bytes) {
        Ok(text) => Reader::new(text).read(),
        Err(error) => Err((error.valid_up_to(), UTF8)),
    };
    read.map_err(|(at, reason)| SyntaxMistake {
        offset: String::from_utf8_lossy(&bytes[..at]).chars().count(),
        reason,
    })
}

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
        let Some(length) = number::length(self.rest()) else {
            return Err((start, VALUE));
        };
        self.at += length;
        let number = Number(&self.text[start..self.at]);
        if number.is_finite() {
            Ok(number)
        } else {
            Err((start, RANGE))
        }
    }

    fn string(&mut self) -> Result<Cow<'text, str>, Mistake> {
        if let Some(plain) = text::plain(self.text, self.at) {
            self.at += plain.len() + 2;
            return Ok(Cow::Borrowed(plain));
        }
        let mut meant = String::new();
        self.at = text::unescape(self.text, self.at, &mut meant)?;
        Ok(Cow::Owned(meant))
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
