//! A variant of an enum: the only entry of an object, or a text where it holds nothing.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error as _, Unexpected, VariantAccess, Visitor};
use serde_json::{Error, Result};

use super::Reader;
use super::key::Key;
use super::refusal::{SYNTAX, VALUE, refused};

/// A variant that is an entry: its name, and what it holds.
pub struct Entry<'reader, 'text>(pub &'reader mut Reader<'text>);

impl<'text> EnumAccess<'text> for Entry<'_, 'text> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'text>>(self, seed: S) -> Result<(S::Value, Self)> {
        match self.0.peek() {
            b'"' => {}
            b'}' => return Err(refused(VALUE)),
            _ => return Err(refused(SYNTAX)),
        }
        let variant = tri!(seed.deserialize(Key::new(self.0, &mut Default::default())));
        tri!(self.0.colon());
        Ok((variant, self))
    }
}

impl<'text> VariantAccess<'text> for Entry<'_, 'text> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Deserialize::deserialize(self.0)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'text>>(self, seed: S) -> Result<S::Value> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'text>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.0.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'text>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.0.deserialize_struct("", fields, visitor)
    }
}

/// A variant that is a text: its name.
pub struct Name<'reader, 'text>(pub &'reader mut Reader<'text>);

impl<'text> EnumAccess<'text> for Name<'_, 'text> {
    type Error = Error;
    type Variant = Nothing;

    fn variant_seed<S: DeserializeSeed<'text>>(self, seed: S) -> Result<(S::Value, Nothing)> {
        Ok((tri!(seed.deserialize(self.0)), Nothing))
    }
}

/// What a variant holds that is a text.
pub struct Nothing;

impl<'text> VariantAccess<'text> for Nothing {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'text>>(self, _: S) -> Result<S::Value> {
        Err(Error::invalid_type(Unexpected::UnitVariant, &"newtype variant"))
    }

    fn tuple_variant<V: Visitor<'text>>(self, _: usize, _: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::UnitVariant, &"tuple variant"))
    }

    fn struct_variant<V: Visitor<'text>>(self, _: &'static [&'static str], _: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::UnitVariant, &"struct variant"))
    }
}
