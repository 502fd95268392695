//! A value that nobody asks for, or that is wanted as it is written. It is let pass without being understood: a number may be
//! beyond all floats, and brackets in each other are not counted, as in `serde_json`.

use std::iter;

use serde::de::Visitor;
use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde_json::{Error, Result};
use smallvec::SmallVec;

use super::Reader;
use super::refusal::{SYNTAX, refused};
use crate::decode::json::{number, text};

/// As what `serde_json::value::RawValue` asks to be read: an object with this name, under which its text stands.
const RAW: &str = "$serde_json::private::RawValue";

/// How far a closing bracket is from the one that it closes, in ASCII.
const TO_CLOSE: u8 = b'}' - b'{';

impl<'text> Reader<'text> {
    /// Goes behind a value. No function calls itself: the depth of the text costs no stack.
    pub fn pass(&mut self) -> Result<()> {
        let mut open: SmallVec<[u8; 32]> = SmallVec::new();
        loop {
            let first = self.peek();
            match first {
                b'{' | b'[' => {
                    self.step();
                    if self.peek() != first + TO_CLOSE {
                        open.push(first + TO_CLOSE);
                        self.pass_name(first + TO_CLOSE)?;
                        continue;
                    }
                    self.step();
                }
                _ => self.pass_scalar(first)?,
            }
            loop {
                let Some(&closing) = open.last() else {
                    return Ok(());
                };
                match self.peek() {
                    b',' => {
                        self.step();
                        self.pass_name(closing)?;
                        break;
                    }
                    next if next == closing => {
                        self.step();
                        open.pop();
                    }
                    _ => return Err(refused(SYNTAX)),
                }
            }
        }
    }

    /// Goes behind the name of an entry, where it is one and no item that is due.
    fn pass_name(&mut self, closing: u8) -> Result<()> {
        if closing == b']' {
            return Ok(());
        }
        match self.peek() {
            b'"' => self.pass_text()?,
            _ => return Err(refused(SYNTAX)),
        }
        self.colon()
    }

    fn pass_scalar(&mut self, first: u8) -> Result<()> {
        match first {
            b'"' => self.pass_text(),
            b't' | b'f' => self.truth().map(drop),
            b'n' => self.null(),
            _ => self.pass_number(),
        }
    }

    fn pass_text(&mut self) -> Result<()> {
        self.at = text::pass(self.json.as_bytes(), self.at).map_err(|_| refused(SYNTAX))?;
        Ok(())
    }

    fn pass_number(&mut self) -> Result<()> {
        let rest = self.json.as_bytes().get(self.at..).unwrap_or_default();
        self.at += number::length(rest).ok_or_else(|| refused(SYNTAX))?;
        Ok(())
    }

    /// A value as it is written.
    pub fn raw(&mut self) -> Result<&'text str> {
        self.peek();
        let from = self.at;
        self.pass()?;
        Ok(self.json.get(from..self.at).unwrap_or_default())
    }

    /// Whether a newtype struct of this name is `serde_json`'s, which wants a value as it is written.
    #[inline]
    pub fn is_raw(name: &str) -> bool {
        name == RAW
    }

    /// Hands a value over as it is written.
    pub fn visit_raw<V: Visitor<'text>>(&mut self, visitor: V) -> Result<V::Value> {
        let written = BorrowedStrDeserializer::<Error>::new(tri!(self.raw()));
        visitor.visit_map(MapDeserializer::new(iter::once((RAW, written))))
    }
}
