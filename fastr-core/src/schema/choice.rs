//! An enum of plain names as a text of JSON.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use super::Scalar;

/// Reads an enum from one of its names and from nothing else.
///
/// # Errors
///
/// Those of a value that is no text, and of a text that is none of the names.
pub fn read_choice<'de, T: Scalar, D: Deserializer<'de>>(
    deserializer: D,
    model: &'static str,
    names: &'static [&'static str],
) -> Result<T, D::Error> {
    let of = PhantomData;
    deserializer.deserialize_str(Name { model, names, of })
}

/// A text that names a variant.
struct Name<T> {
    model: &'static str,
    names: &'static [&'static str],
    of: PhantomData<T>,
}

impl<T: Scalar> Visitor<'_> for Name<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "enum {}", self.model)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::parse(text).ok_or_else(|| Error::unknown_variant(text, self.names))
    }
}
