//! Reaching the type of a field, with a stand-in for a type that is no model.

use serde::de::MapAccess;
use serde::{Deserializer, Serializer};

use super::object::{Entries, Fields};
use super::{Constraints, Schema};

/// Reaches a field's type if it is a [`Schema`], and [`NotAModel`] if it is not.
///
/// The compiler prefers what stands on the type itself over what a trait has. So generated code can name the same
/// function either way, and the one place that asks for a [`Schema`] is the one place where its lack is reported.
pub struct Probe<T>(T);

impl<T: Schema> Probe<T> {
    /// Whether the value keeps what its own type asks.
    pub fn is_valid(value: &T) -> bool {
        value.is_valid()
    }

    /// Whether the value keeps that and the constraints of its place.
    pub fn keeps(value: &T, constraints: &Constraints) -> bool {
        value.satisfies(constraints) && value.is_valid()
    }

    /// As the type is written.
    ///
    /// # Errors
    ///
    /// Those of the type.
    pub fn serialize<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    /// As the type is read.
    ///
    /// # Errors
    ///
    /// Those of the type.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }

    /// Writes a field, as [`Fields::field`].
    #[inline]
    pub fn write<S: Serializer>(value: &T, name: &'static str, fields: &mut Fields<S>) {
        fields.field(name, value);
    }

    /// Reads a field, as [`Entries::read`].
    #[inline]
    pub fn read<'de, A: MapAccess<'de>>(
        field: &mut Option<T>,
        name: &'static str,
        entries: &mut Entries<A, A::Error>,
    ) {
        entries.read(field, name);
    }
}

/// What [`Probe`] has for any other type. It is never called: a program with such a field does not compile.
pub trait NotAModel<T> {
    /// See [`Probe::is_valid`].
    fn is_valid(_: &T) -> bool {
        unreachable!()
    }

    /// See [`Probe::keeps`].
    fn keeps(_: &T, _: &Constraints) -> bool {
        unreachable!()
    }

    /// See [`Probe::serialize`].
    ///
    /// # Errors
    ///
    /// None: it is never called.
    fn serialize<S: Serializer>(_: &T, _: S) -> Result<S::Ok, S::Error> {
        unreachable!()
    }

    /// See [`Probe::deserialize`].
    ///
    /// # Errors
    ///
    /// None: it is never called.
    fn deserialize<'de, D: Deserializer<'de>>(_: D) -> Result<T, D::Error> {
        unreachable!()
    }

    /// See [`Probe::write`].
    fn write<S: Serializer>(_: &T, _: &'static str, _: &mut Fields<S>) {
        unreachable!()
    }

    /// See [`Probe::read`].
    fn read<'de, A: MapAccess<'de>>(_: &mut Option<T>, _: &'static str, _: &mut Entries<A, A::Error>) {
        unreachable!()
    }
}

impl<T> NotAModel<T> for Probe<T> {}
