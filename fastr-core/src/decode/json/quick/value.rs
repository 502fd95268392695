//! A value, as its type asks for it.

use serde::de::{Deserializer, Error as _, Expected, Unexpected, Visitor};
use serde_json::{Error, Result};

use super::Reader;
use super::entries::{Entries, Items};
use super::refusal::{RANGE, SYNTAX, VALUE, refused};
use super::variant;

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
            match self.peek() {
                b'-' | b'0'..=b'9' => tri!(self.amount()).visit(visitor),
                _ => Err(self.invalid_type(&visitor)),
            }
        }
    )*};
}

impl<'text> Deserializer<'text> for &mut Reader<'text> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b'"' => self.visit_text(visitor),
            b'{' => self.visit_object(&[], visitor),
            b'[' => self.visit_list(visitor),
            b'-' | b'0'..=b'9' => tri!(self.amount()).visit(visitor),
            b't' | b'f' => visitor.visit_bool(tri!(self.truth())),
            _ => {
                tri!(self.null());
                visitor.visit_unit()
            }
        }
    }

    fn deserialize_bool<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b't' | b'f' => visitor.visit_bool(tri!(self.truth())),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f64
    }

    fn deserialize_f32<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b'-' | b'0'..=b'9' => tri!(self.short_amount()).visit(visitor),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_i128<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.peek();
        match tri!(self.whole()).parse() {
            Ok(number) => visitor.visit_i128(number),
            Err(_) => Err(refused(RANGE)),
        }
    }

    fn deserialize_u128<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        if self.peek() == b'-' {
            return Err(refused(RANGE));
        }
        match tri!(self.whole()).parse() {
            Ok(number) => visitor.visit_u128(number),
            Err(_) => Err(refused(RANGE)),
        }
    }

    fn deserialize_char<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b'"' => self.visit_text(visitor),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    /// A text may have halves of surrogate pairs and control characters here, which `serde_json` knows how to write as bytes.
    fn deserialize_bytes<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b'"' => serde_json::Deserializer::from_str(self.any_text()).deserialize_bytes(visitor),
            b'[' => self.visit_list(visitor),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        if self.peek() != b'n' {
            return visitor.visit_some(self);
        }
        tri!(self.null());
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        if self.peek() != b'n' {
            return Err(self.invalid_type(&visitor));
        }
        tri!(self.null());
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'text>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'text>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if Reader::is_raw(name) {
            return self.visit_raw(visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b'[' => self.visit_list(visitor),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'text>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'text>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self.peek() {
            b'{' => self.visit_object(&[], visitor),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'text>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.peek() {
            b'{' => self.visit_object(fields, visitor),
            b'[' => self.visit_list(visitor),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_enum<V: Visitor<'text>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.peek() {
            b'"' => visitor.visit_enum(variant::Name(self)),
            b'{' => {
                tri!(self.enter());
                let value = visitor.visit_enum(variant::Entry(self));
                let next = self.peek_outside();
                let value = tri!(value);
                if next != b'}' {
                    return Err(refused(VALUE));
                }
                self.step();
                Ok(value)
            }
            _ => Err(refused(VALUE)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        tri!(self.pass());
        visitor.visit_unit()
    }
}

impl<'text> Reader<'text> {
    /// Hands over a text whose quote has been peeked at.
    pub fn visit_text<V: Visitor<'text>>(&mut self, visitor: V) -> Result<V::Value> {
        match self.plain() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => visitor.visit_str(tri!(self.escaped())),
        }
    }

    fn visit_list<V: Visitor<'text>>(&mut self, visitor: V) -> Result<V::Value> {
        tri!(self.enter());
        let value = visitor.visit_seq(Items::new(self));
        let end = self.leave_list();
        let value = tri!(value);
        tri!(end);
        Ok(value)
    }

    fn visit_object<V: Visitor<'text>>(
        &mut self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        tri!(self.enter());
        let expected = self.standing_as_they_are(names);
        let value = visitor.visit_map(Entries::new(self, expected));
        let end = self.leave_object();
        let value = tri!(value);
        tri!(end);
        Ok(value)
    }

    /// What `serde_json` says of a value that is of another type than the visitor wants.
    #[cold]
    fn invalid_type(&mut self, expected: &dyn Expected) -> Error {
        self.other_type(expected).unwrap_or_else(|error| error)
    }

    fn other_type(&mut self, expected: &dyn Expected) -> Result<Error> {
        let found = match self.peek() {
            b'"' => return Ok(self.invalid_text(expected)),
            b'-' | b'0'..=b'9' => return Ok(self.amount()?.invalid_type(expected)),
            b'{' => Unexpected::Map,
            b'[' => Unexpected::Seq,
            b't' | b'f' => Unexpected::Bool(self.truth()?),
            b'n' => {
                self.null()?;
                Unexpected::Unit
            }
            _ => return Err(refused(SYNTAX)),
        };
        Ok(Error::invalid_type(found, expected))
    }

    /// What `serde_json` says of a text where something else is wanted.
    #[cold]
    pub fn invalid_text(&mut self, expected: &dyn Expected) -> Error {
        self.text().map_or_else(
            |error| error,
            |text| Error::invalid_type(Unexpected::Str(text), expected),
        )
    }
}
