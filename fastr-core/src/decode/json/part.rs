//! One entry of an object, as it is written; the others are passed over.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What stands under a name, the last time where it comes again.
///
/// # Errors
///
/// When the text is no JSON, or no object.
pub fn part<'text>(bytes: &'text [u8], name: &str) -> serde_json::Result<Option<&'text RawValue>> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let part = reader.deserialize_map(Part(name))?;
    reader.end()?;
    Ok(part)
}

struct Part<'name>(&'name str);

impl<'text> Visitor<'text> for Part<'_> {
    type Value = Option<&'text RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'text>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(is_it) = entries.next_key_seed(Is(self.0))? {
            // The others are read too, so that a body is UTF-8 whatever is wanted of it.
            let part = entries.next_value()?;
            if is_it {
                found = Some(part);
            }
        }
        Ok(found)
    }
}

/// Whether a text is the name.
struct Is<'name>(&'name str);

impl<'text> DeserializeSeed<'text> for Is<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'text>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Is<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}
