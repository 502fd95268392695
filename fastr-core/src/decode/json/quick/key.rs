//! The name of an entry, which is a text whatever it stands for: a number and a `bool` are read in their quotes.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Result};

use super::Reader;
use super::refusal::{NUMBER_IN_QUOTES, QUOTE, WORD, refused};

/// A name whose quote has been peeked at.
pub struct Key<'reader, 'text> {
    reader: &'reader mut Reader<'text>,
    expected: &'reader mut &'static [&'static str],
}

impl<'reader, 'text> Key<'reader, 'text> {
    pub fn new(reader: &'reader mut Reader<'text>, expected: &'reader mut &'static [&'static str]) -> Self {
        Self { reader, expected }
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
            tri!(self.reader.open_number());
            let value = tri!(self.reader.$method(visitor));
            tri!(self.reader.close_quote());
            Ok(value)
        }
    )*};
}

impl<'text> Deserializer<'text> for Key<'_, 'text> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.reader.visit_text(visitor)
    }

    /// The name of a field. An expected one is compared where it stands, before anybody looks for its end.
    #[inline]
    fn deserialize_identifier<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.reader.expected(self.expected) {
            Some(name) => visitor.visit_borrowed_str(name),
            None => self.reader.visit_text(visitor),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match tri!(self.reader.quoted_bool()) {
            Some(value) => visitor.visit_bool(value),
            None => Err(self.reader.invalid_text(&visitor)),
        }
    }

    /// A name is never `null`.
    fn deserialize_option<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'text>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if Reader::is_raw(name) {
            return self.reader.visit_raw(visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'text>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.reader.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_bytes<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.reader.deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.reader.deserialize_bytes(visitor)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'text>>
        char str string unit unit_struct seq tuple tuple_struct map struct ignored_any
    }
}

impl Reader<'_> {
    /// Goes behind the quote before a number.
    fn open_number(&mut self) -> Result<()> {
        self.at += 1;
        match self.json.as_bytes().get(self.at) {
            Some(b'-' | b'0'..=b'9') => Ok(()),
            _ => Err(refused(NUMBER_IN_QUOTES)),
        }
    }

    fn close_quote(&mut self) -> Result<()> {
        if self.json.as_bytes().get(self.at) != Some(&b'"') {
            return Err(refused(QUOTE));
        }
        self.at += 1;
        Ok(())
    }

    /// Reads `"true"` or `"false"`; nothing of a text that begins with another letter.
    fn quoted_bool(&mut self) -> Result<Option<bool>> {
        let rest = self.json.as_bytes().get(self.at + 1..).unwrap_or_default();
        let (word, value) = match rest.first() {
            Some(b't') => ("true\"", true),
            Some(b'f') => ("false\"", false),
            _ => return Ok(None),
        };
        if !rest.starts_with(word.as_bytes()) {
            return Err(refused(WORD));
        }
        self.at += 1 + word.len();
        Ok(Some(value))
    }
}
