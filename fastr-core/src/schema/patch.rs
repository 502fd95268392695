//! A field of a partial update: absent, `null`, or a value.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Constraints, Schema, Shape};

/// A field that tells "not sent" from "sent as `null`", as `exclude_unset` does on FastAPI's page "Body - Updates".
///
/// ```
/// # use fastr_core::private::Patch;
/// let mut price = Some(3.5);
/// Patch::Absent.apply(&mut price);
/// assert_eq!(price, Some(3.5));
/// Patch::Value(4.0).apply(&mut price);
/// assert_eq!(price, Some(4.0));
/// Patch::Null.apply(&mut price);
/// assert_eq!(price, None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// It was not sent: what is there stays.
    #[default]
    Absent,
    /// It was sent as `null`: what is there goes.
    Null,
    /// It was sent.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether it was not sent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, if one was sent, as `Option::as_ref`.
    pub fn as_ref(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Changes a value that may be missing as the patch says.
    pub fn apply(self, place: &mut Option<T>) {
        match self {
            Self::Absent => {}
            Self::Null => *place = None,
            Self::Value(value) => *place = Some(value),
        }
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Value(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

impl<T: Schema> Schema for Patch<T> {
    const NULLABLE: bool = true;

    fn shape() -> Shape {
        Shape::Nullable(T::shape)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }

    fn is_valid(&self) -> bool {
        match self {
            Self::Absent | Self::Null => true,
            Self::Value(value) => value.is_valid(),
        }
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        match self {
            Self::Absent | Self::Null => true,
            Self::Value(value) => value.satisfies(constraints),
        }
    }
}
