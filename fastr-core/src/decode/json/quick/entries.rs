//! The items of a list and the entries of an object, one after the other.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use serde_json::{Error, Result};

use super::Reader;
use super::key::Key;
use super::refusal::{COMMA, ENTRY_END, ITEM_END, SYNTAX, refused};
use crate::decode::short::begins_with;

/// How many names an object may leave out before those that follow are no longer expected.
const LEFT_OUT: usize = 3;

/// The items of a list that have not been read yet.
pub struct Items<'reader, 'text> {
    reader: &'reader mut Reader<'text>,
    is_first: bool,
}

impl<'reader, 'text> Items<'reader, 'text> {
    pub fn new(reader: &'reader mut Reader<'text>) -> Self {
        Self {
            reader,
            is_first: true,
        }
    }
}

impl<'text> SeqAccess<'text> for Items<'_, 'text> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'text>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if tri!(self.reader.next_item(&mut self.is_first)) {
            Ok(Some(tri!(seed.deserialize(&mut *self.reader))))
        } else {
            Ok(None)
        }
    }
}

/// The entries of an object that have not been read yet.
pub struct Entries<'reader, 'text> {
    reader: &'reader mut Reader<'text>,
    is_first: bool,
    /// The names that are likely to come, in this order.
    expected: &'static [&'static str],
}

impl<'reader, 'text> Entries<'reader, 'text> {
    pub fn new(reader: &'reader mut Reader<'text>, expected: &'static [&'static str]) -> Self {
        Self {
            reader,
            is_first: true,
            expected,
        }
    }
}

impl<'text> MapAccess<'text> for Entries<'_, 'text> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'text>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if tri!(self.reader.next_name(&mut self.is_first)) {
            let key = Key::new(self.reader, &mut self.expected);
            Ok(Some(tri!(seed.deserialize(key))))
        } else {
            Ok(None)
        }
    }

    fn next_value_seed<S: DeserializeSeed<'text>>(&mut self, seed: S) -> Result<S::Value> {
        tri!(self.reader.colon());
        seed.deserialize(&mut *self.reader)
    }
}

impl Reader<'_> {
    /// Goes to the next item, if there is one.
    fn next_item(&mut self, is_first: &mut bool) -> Result<bool> {
        match self.peek() {
            b']' => Ok(false),
            _ if *is_first => {
                *is_first = false;
                Ok(true)
            }
            b',' => {
                self.step();
                match self.peek() {
                    b']' => Err(refused(COMMA)),
                    _ => Ok(true),
                }
            }
            _ => Err(refused(ITEM_END)),
        }
    }

    /// Goes to the quote of the next name, if there is one.
    pub fn next_name(&mut self, is_first: &mut bool) -> Result<bool> {
        let mut next = self.peek();
        if next == b'}' {
            return Ok(false);
        }
        if *is_first {
            *is_first = false;
        } else if next == b',' {
            self.step();
            next = self.peek();
        } else {
            return Err(refused(ENTRY_END));
        }
        match next {
            b'"' => Ok(true),
            _ => Err(refused(SYNTAX)),
        }
    }

    /// Reads a name if it is among the next few that are expected; those before it are not expected any more.
    pub fn expected(&mut self, names: &mut &'static [&'static str]) -> Option<&'static str> {
        let rest = self.json.as_bytes().get(self.at + 1..)?;
        for (index, name) in names.iter().take(LEFT_OUT + 1).enumerate() {
            if begins_with(rest, name.as_bytes()) && rest.get(name.len()) == Some(&b'"') {
                self.at += name.len() + 2;
                *names = names.get(index + 1..).unwrap_or_default();
                return Some(name);
            }
        }
        None
    }
}
