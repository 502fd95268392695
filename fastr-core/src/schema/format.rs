//! Texts with a format, as data: validation and the document read it and know none of the types.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Constraints;

/// A format of texts.
pub struct Format {
    /// The word of JSON Schema, or of OpenAPI's registry of formats; none where neither has one that is true.
    pub name: Option<&'static str>,
    /// What the text looks like, where the word does not say it: as JavaScript reads patterns.
    pub pattern: Option<&'static str>,
    /// For a value that may also be a number: what it is greater than, and what it is less than.
    pub numbers: Option<(f64, f64)>,
    /// The least and the greatest number of characters that the document tells.
    pub lengths: (Option<usize>, Option<usize>),
    /// Whether serde takes the JSON value, and its reason when it does not.
    pub decode: fn(&Value) -> Result<(), String>,
    /// A text from outside JSON as the text that serde takes, or what is wrong with it.
    pub read: fn(&str) -> Result<String, Refusal>,
    /// What is wrong with a JSON value that is no text.
    pub refuse: fn(&Value) -> Refusal,
    /// Whether a value that serde takes keeps the constraints.
    pub keeps: fn(&Value, &Constraints) -> bool,
}

/// Why a value does not have its format, in pydantic's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The kind of mistake.
    pub kind: &'static str,
    /// The sentence for a person.
    pub msg: String,
    /// The value that the sentence is made with, and its name.
    pub ctx: Option<(&'static str, Box<Value>)>,
}

impl Refusal {
    /// A refusal whose sentence is always the same.
    pub fn new(kind: &'static str, msg: impl Into<String>) -> Self {
        Self {
            kind,
            msg: msg.into(),
            ctx: None,
        }
    }

    /// A refusal whose sentence ends in the reason.
    pub fn because(kind: &'static str, sentence: &str, error: impl Into<String>) -> Self {
        let error = error.into();
        Self::new(kind, format!("{sentence}{error}")).with("error", error)
    }

    /// The refusal with the value that its sentence is made with.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self {
            ctx: Some((name, Box::new(value.into()))),
            ..self
        }
    }
}

/// A text that does not have the format of its type.
#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError(String);

#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
impl From<Refusal> for FormatError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.msg)
    }
}

#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
impl std::fmt::Display for FormatError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
impl std::error::Error for FormatError {}

/// A type whose values are texts with a format.
pub trait Formatted: Serialize + DeserializeOwned {
    /// See [`Format::name`].
    const NAME: Option<&'static str>;
    /// See [`Format::pattern`].
    const PATTERN: Option<&'static str> = None;
    /// See [`Format::numbers`].
    const NUMBERS: Option<(f64, f64)> = None;
    /// See [`Format::lengths`].
    const LENGTHS: (Option<usize>, Option<usize>) = (None, None);

    /// The value that a text from outside JSON means, read as pydantic reads it.
    ///
    /// # Errors
    ///
    /// What pydantic says of a text that means none.
    fn read(text: &str) -> Result<Self, Refusal>;

    /// What pydantic says of a JSON value that is no text.
    fn refuse(value: &Value) -> Refusal;

    /// Whether the value keeps the constraints.
    fn keeps(&self, _: &Constraints) -> bool {
        true
    }

    /// The format as data.
    const FORMAT: Format = Format {
        name: Self::NAME,
        pattern: Self::PATTERN,
        numbers: Self::NUMBERS,
        lengths: Self::LENGTHS,
        decode: |value| {
            Self::deserialize(value)
                .map(drop)
                .map_err(|error| error.to_string())
        },
        read: |text| Self::read(text).map(|value| spelled(&value)),
        refuse: Self::refuse,
        keeps: |value, constraints| Self::deserialize(value).is_ok_and(|value| value.keeps(constraints)),
    };
}

/// The value as serde spells it.
fn spelled<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// Makes a type with a format a scalar.
macro_rules! scalar {
    ($($type:ty),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl $crate::schema::Schema for $type {
            fn shape() -> $crate::schema::Shape {
                $crate::schema::Shape::Format(const { &<$type as $crate::schema::Formatted>::FORMAT })
            }

            fn satisfies(&self, constraints: &$crate::schema::Constraints) -> bool {
                $crate::schema::Formatted::keeps(self, constraints)
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::schema::Scalar for $type {
            fn parse(text: &str) -> Option<Self> {
                $crate::schema::Formatted::read(text).ok()
            }
        }
    )+};
}
pub(super) use scalar;

/// Makes a type of our own written and read by serde as the text that it is.
#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
macro_rules! text_of_serde {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::schema::FormatError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::schema::Formatted::read(text).map_err($crate::schema::FormatError::from)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
pub(super) use text_of_serde;
