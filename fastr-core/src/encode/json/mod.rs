//! A value as JSON text (RFC 8259), letter by letter what `serde_json` writes.
//!
//! That looks at each byte of a text by itself; here sixteen are looked at together. The digits of numbers are its own.

mod entries;
mod key;
mod text;

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::{Error, Result};

use entries::Entries;
pub use text::string;

/// How much room is made for JSON of which nothing is known, in bytes.
const FEW: usize = 128;

/// The value as JSON, in a place that has room for about so many bytes, and for a few in any case.
///
/// # Errors
///
/// When the value cannot be JSON: it says so itself, or a key of a map is neither a text nor a number nor a bool.
pub fn bytes<T: Serialize + ?Sized>(value: &T, room: usize) -> Result<Vec<u8>> {
    let mut json = Vec::with_capacity(room.max(FEW));
    value.serialize(Writer(&mut json))?;
    Ok(json)
}

/// The value as JSON, as a text.
///
/// # Errors
///
/// Those of [`bytes`].
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    String::from_utf8(bytes(value, 0)?).map_err(Error::custom)
}

/// Writes one value behind what is there.
struct Writer<'json>(&'json mut Vec<u8>);

impl Writer<'_> {
    /// A number, in the digits that `serde_json` gives it.
    fn digits(self, number: impl Serialize) -> Result<()> {
        serde_json::to_writer(self.0, &number)
    }
}

impl<'json> Writer<'json> {
    fn list(self, end: &'static [u8]) -> Entries<'json> {
        self.0.push(b'[');
        Entries::new(self.0, end)
    }

    fn object(self, end: &'static [u8]) -> Entries<'json> {
        self.0.push(b'{');
        Entries::new(self.0, end)
    }

    /// Begins an object whose one key is the name of a variant.
    fn variant(self, name: &str) -> Self {
        self.0.push(b'{');
        text::name(self.0, name);
        self
    }
}

/// The names that `serde_json` gives to what holds JSON that is written already: `RawValue`, and numbers of any size.
const WRITTEN_ALREADY: &str = "$serde_json::private::";

impl<'json> Serializer for Writer<'json> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Entries<'json>;
    type SerializeTuple = Entries<'json>;
    type SerializeTupleStruct = Entries<'json>;
    type SerializeTupleVariant = Entries<'json>;
    type SerializeMap = Entries<'json>;
    type SerializeStruct = Entries<'json>;
    type SerializeStructVariant = Entries<'json>;

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<()> {
        self.0.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<()> {
        self.digits(value)
    }

    fn serialize_i16(self, value: i16) -> Result<()> {
        self.digits(value)
    }

    fn serialize_i32(self, value: i32) -> Result<()> {
        self.digits(value)
    }

    fn serialize_i64(self, value: i64) -> Result<()> {
        self.digits(value)
    }

    fn serialize_i128(self, value: i128) -> Result<()> {
        self.digits(value)
    }

    fn serialize_u8(self, value: u8) -> Result<()> {
        self.digits(value)
    }

    fn serialize_u16(self, value: u16) -> Result<()> {
        self.digits(value)
    }

    fn serialize_u32(self, value: u32) -> Result<()> {
        self.digits(value)
    }

    fn serialize_u64(self, value: u64) -> Result<()> {
        self.digits(value)
    }

    fn serialize_u128(self, value: u128) -> Result<()> {
        self.digits(value)
    }

    fn serialize_f32(self, value: f32) -> Result<()> {
        self.digits(value)
    }

    fn serialize_f64(self, value: f64) -> Result<()> {
        self.digits(value)
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<()> {
        string(self.0, value);
        Ok(())
    }

    fn collect_str<T: std::fmt::Display + ?Sized>(self, value: &T) -> Result<()> {
        text::displayed(self.0, value).map_err(Error::custom)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        self.collect_seq(value)
    }

    #[inline]
    fn serialize_none(self) -> Result<()> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<()> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<()> {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        let Self(json) = self.variant(variant);
        value.serialize(Writer(json))?;
        json.push(b'}');
        Ok(())
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'json>> {
        Ok(self.list(b"]"))
    }

    #[inline]
    fn serialize_tuple(self, _: usize) -> Result<Entries<'json>> {
        Ok(self.list(b"]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Entries<'json>> {
        Ok(self.list(b"]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'json>> {
        Ok(self.variant(variant).list(b"]}"))
    }

    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'json>> {
        Ok(self.object(b"}"))
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Entries<'json>> {
        if name.starts_with(WRITTEN_ALREADY) {
            return Ok(Entries::written_already(self.0));
        }
        Ok(self.object(b"}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'json>> {
        Ok(self.variant(variant).object(b"}}"))
    }
}

#[cfg(test)]
mod tests;
