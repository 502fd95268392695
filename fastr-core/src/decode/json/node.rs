//! A piece of JSON (RFC 8259) that borrows from the text in which it stands.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// A JSON value. Its texts and numbers lie where they were written, unless a text has an escape.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'text> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number<'text>),
    /// A text.
    Text(Cow<'text, str>),
    /// A list.
    List(Vec<Node<'text>>),
    /// An object: each name once, in the order of the text.
    Object(Vec<Entry<'text>>),
}

/// A name of an object, and what stands there.
pub type Entry<'text> = (Cow<'text, str>, Node<'text>);

/// A number as it was written, so that it is as exact as that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number<'text>(pub(super) &'text str);

impl<'text> Node<'text> {
    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, if it is an object.
    pub fn as_object(&self) -> Option<&[Entry<'text>]> {
        match self {
            Self::Object(entries) => Some(entries),
            _ => None,
        }
    }

    /// What an object has under a name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        get(self.as_object()?, name)
    }

    /// The piece as a [`Value`]. A number that it has no place for is the float next to it.
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The piece as text again, each name once.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What stands under a name.
pub fn get<'node, 'text>(entries: &'node [Entry<'text>], name: &str) -> Option<&'node Node<'text>> {
    entries.iter().find(|(key, _)| key == name).map(|(_, node)| node)
}

impl<'text> Number<'text> {
    /// The number as it was written.
    pub fn as_str(self) -> &'text str {
        self.0
    }

    /// Whether it was written without a point and an exponent. `-0` is the float, as `serde_json` has it.
    pub fn is_written_whole(self) -> bool {
        self.0 != "-0" && !self.has(b'.') && !self.has_exponent()
    }

    /// Whether a float is near it. It takes an exponent or many digits to be beyond them all.
    pub(super) fn is_finite(self) -> bool {
        const DIGITS: usize = 300;
        (self.0.len() < DIGITS && !self.has_exponent()) || self.as_f64().is_finite()
    }

    fn has_exponent(self) -> bool {
        self.has(b'e') || self.has(b'E')
    }

    fn has(self, wanted: u8) -> bool {
        self.0.bytes().any(|byte| byte == wanted)
    }

    /// The float next to it.
    pub fn as_f64(self) -> f64 {
        // The reader has refused what is no number, and what no float is near.
        self.0.parse().unwrap_or(f64::NAN)
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(name, node)| (name, node))),
        }
    }
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.is_written_whole() {
            return serializer.serialize_f64(self.as_f64());
        }
        match self.0.parse::<i64>() {
            Ok(number) => serializer.serialize_i64(number),
            Err(_) => match serde_json::from_str::<&RawValue>(self.0) {
                Ok(exact) => exact.serialize(serializer),
                Err(_) => serializer.serialize_f64(self.as_f64()),
            },
        }
    }
}
