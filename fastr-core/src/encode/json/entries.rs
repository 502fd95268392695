//! What stands in a list or an object.

use serde::Serialize;
use serde::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use serde_json::{Error, Result, Value};

use super::{Writer, key, text};

/// A list or an object that is open. A comma stands behind each entry, and that of the last becomes the bracket.
pub struct Entries<'json> {
    json: &'json mut Vec<u8>,
    /// What closes it; nothing, where JSON that is written already stands for all of it.
    end: &'static [u8],
}

impl<'json> Entries<'json> {
    /// Behind the bracket that opens it.
    #[inline]
    pub fn new(json: &'json mut Vec<u8>, end: &'static [u8]) -> Self {
        Self { json, end }
    }

    /// In the place of JSON that its one field holds.
    #[cold]
    pub fn written_already(json: &'json mut Vec<u8>) -> Self {
        Self { json, end: b"" }
    }

    #[inline]
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.serialize(Writer(self.json))?;
        self.json.push(b',');
        Ok(())
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        if self.end.is_empty() {
            return self.copied(&serde_json::to_value(value)?);
        }
        text::name(self.json, name);
        self.value(value)
    }

    #[cold]
    fn copied(&mut self, written: &Value) -> Result<()> {
        let Value::String(written) = written else {
            return Err(Error::custom("JSON that is written already must be a text"));
        };
        self.json.extend_from_slice(written.as_bytes());
        Ok(())
    }

    #[inline]
    fn close(self) {
        let [first, rest @ ..] = self.end else { return };
        match self.json.last_mut() {
            Some(comma @ b',') => *comma = *first,
            _ => self.json.push(*first),
        }
        self.json.extend_from_slice(rest);
    }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        key::any(self.json, key)
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.value(value)
    }

    #[inline]
    fn end(self) -> Result<()> {
        self.close();
        Ok(())
    }
}

macro_rules! of_values {
    ($($trait:ident::$method:ident),*) => {$(
        impl $trait for Entries<'_> {
            type Ok = ();
            type Error = Error;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.value(value)
            }

            #[inline]
            fn end(self) -> Result<()> {
                self.close();
                Ok(())
            }
        }
    )*};
}

of_values! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
}

macro_rules! of_fields {
    ($($trait:ident),*) => {$(
        impl $trait for Entries<'_> {
            type Ok = ();
            type Error = Error;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
                self.field(name, value)
            }

            #[inline]
            fn end(self) -> Result<()> {
                self.close();
                Ok(())
            }
        }
    )*};
}

of_fields!(SerializeStruct, SerializeStructVariant);
