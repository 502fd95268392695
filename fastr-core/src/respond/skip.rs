//! Leaving fields out of an answer: FastAPI's `response_model_exclude_none` and `response_model_exclude_defaults`.
//!
//! The answer is written as ever, and then gone over with its shape. What stays is copied letter by letter, so numbers are as
//! exact as they were.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::decode::json::read;
use crate::encode::json;
use crate::route::{BodyDoc, BodyPart, ResponseDoc};
use crate::schema::{Constraints, Field, Shape, Tagging, Union, Variant};
use crate::validate::{self, Way};

/// Which fields are left out.
#[derive(Clone, Copy)]
pub struct Skip {
    /// Those that are `null`.
    pub none: bool,
    /// Those that are what they would be if they were absent.
    pub defaults: bool,
    /// Says what is answered.
    pub describe: fn() -> Vec<ResponseDoc>,
}

impl Skip {
    /// The answer without those fields.
    ///
    /// # Errors
    ///
    /// When it is no JSON.
    pub fn shorten(&self, text: &[u8], status: u16) -> serde_json::Result<Vec<u8>> {
        let is_meant = |entry: &ResponseDoc| entry.status.is_none_or(|own| own == status);
        let shape = (self.describe)()
            .into_iter()
            .find(is_meant)
            .and_then(|entry| match entry.body {
                BodyDoc::Media(_, shape, BodyPart::Whole) => shape,
                _ => None,
            });
        let mut written = Vec::with_capacity(text.len());
        let shape = shape.map_or(Shape::Any, |shape| shape());
        self.write(serde_json::from_slice(text)?, &shape, &mut written)?;
        Ok(written)
    }

    fn write(&self, raw: &RawValue, shape: &Shape, written: &mut Vec<u8>) -> serde_json::Result<()> {
        match shape {
            Shape::Object(object) => self.object(raw, &object.all_fields(), written),
            Shape::Map { value, .. } => self.pairs(pairs(raw)?, |_| Some(value()), written),
            Shape::List { item, .. } => self.items(raw, |_| item(), written),
            Shape::Tuple(items) => {
                let shape = |index| {
                    items
                        .get(index)
                        .map_or(Shape::Any, |item: &crate::schema::ShapeOf| item())
                };
                self.items(raw, shape, written)
            }
            Shape::Nullable(inner) if raw.get() != "null" => self.write(raw, &inner(), written),
            Shape::Union(union) => self.union(raw, union, written),
            _ => {
                written.extend_from_slice(raw.get().as_bytes());
                Ok(())
            }
        }
    }

    fn object(&self, raw: &RawValue, fields: &[&Field], written: &mut Vec<u8>) -> serde_json::Result<()> {
        let mut kept = pairs(raw)?;
        let field = |name: &str| fields.iter().find(|field| field.name == name);
        kept.retain(|(name, value)| field(name).is_none_or(|field| !self.skips(field, value)));
        self.pairs(kept, |name| field(name).map(|field| (field.shape)()), written)
    }

    fn skips(&self, field: &Field, raw: &RawValue) -> bool {
        let is_null = raw.get() == "null";
        if is_null && self.none {
            return true;
        }
        self.defaults
            && match field.default {
                Some(default) => {
                    serde_json::from_str::<Value>(raw.get()).is_ok_and(|value| value == default())
                }
                None => is_null && !field.required,
            }
    }

    fn pairs(
        &self,
        pairs: Vec<(Cow<'_, str>, &RawValue)>,
        shape: impl Fn(&str) -> Option<Shape>,
        written: &mut Vec<u8>,
    ) -> serde_json::Result<()> {
        let mut before = b'{';
        for (name, value) in pairs {
            written.push(before);
            before = b',';
            json::string(written, &name);
            written.push(b':');
            self.write(value, &shape(&name).unwrap_or(Shape::Any), written)?;
        }
        if before == b'{' {
            written.push(before);
        }
        written.push(b'}');
        Ok(())
    }

    fn items(
        &self,
        raw: &RawValue,
        shape: impl Fn(usize) -> Shape,
        written: &mut Vec<u8>,
    ) -> serde_json::Result<()> {
        let items: Vec<&RawValue> = serde_json::from_str(raw.get())?;
        written.push(b'[');
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                written.push(b',');
            }
            self.write(item, &shape(index), written)?;
        }
        written.push(b']');
        Ok(())
    }

    fn union(&self, raw: &RawValue, union: &Union, written: &mut Vec<u8>) -> serde_json::Result<()> {
        let holding = |name: &str| {
            let variant = union.variants.iter().find(|variant| variant.name == name);
            variant.and_then(held)
        };
        match union.tagging {
            Tagging::External if raw.get().starts_with('{') => self.pairs(pairs(raw)?, holding, written),
            Tagging::Internal(tag) => {
                let shape = tag_of(raw, tag)?.and_then(|name| holding(&name));
                self.write(raw, &shape.unwrap_or(Shape::Any), written)
            }
            Tagging::Adjacent(tag, content) => {
                let shape = tag_of(raw, tag)?.and_then(|name| holding(&name));
                let of = |name: &str| shape.clone().filter(|_| name == content);
                self.pairs(pairs(raw)?, of, written)
            }
            Tagging::Untagged => {
                let fits = |shape: &Shape| {
                    let mut errors = Vec::new();
                    let at = Way::source("body");
                    read(raw.get().as_bytes()).is_ok_and(|tree| {
                        validate::value(&tree, shape, &Constraints::NONE, &at, &mut errors);
                        errors.is_empty()
                    })
                };
                let shape = union.variants.iter().filter_map(held).find(fits);
                self.write(raw, &shape.unwrap_or(Shape::Any), written)
            }
            Tagging::External => self.write(raw, &Shape::Any, written),
        }
    }
}

fn held(variant: &Variant) -> Option<Shape> {
    variant.holds.map(|shape| shape())
}

/// What stands under the key that says which variant is meant.
fn tag_of(raw: &RawValue, tag: &str) -> serde_json::Result<Option<String>> {
    let tag = pairs(raw)?.into_iter().find(|(name, _)| name == tag);
    tag.map(|(_, name)| serde_json::from_str(name.get())).transpose()
}

fn pairs(raw: &RawValue) -> serde_json::Result<Vec<(Cow<'_, str>, &RawValue)>> {
    serde_json::from_str(raw.get()).map(|Pairs(pairs)| pairs)
}

/// The pairs of an object, in their order.
struct Pairs<'text>(Vec<(Cow<'text, str>, &'text RawValue)>);

impl<'text> Deserialize<'text> for Pairs<'text> {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'text> Visitor<'text> for InOrder {
            type Value = Pairs<'text>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'text>>(self, mut map: A) -> Result<Pairs<'text>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    pairs.push((name, map.next_value()?));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

/// A key, which is borrowed where nothing in it is escaped.
#[derive(serde::Deserialize)]
struct Name<'text>(#[serde(borrow)] Cow<'text, str>);
