//! The shape of a type, as data that the document and the slow path of validation read alike.

use serde_json::Value;

use super::Constraints;

/// Gives a shape. A function and not the shape itself, so that a type may contain itself.
pub type ShapeOf = fn() -> Shape;

/// What the values of a type look like in JSON.
#[derive(Clone)]
pub enum Shape {
    /// Anything.
    Any,
    /// `true` or `false`.
    Bool,
    /// A whole number from `min` to `max`.
    Integer {
        /// The least.
        min: i128,
        /// The greatest.
        max: u128,
    },
    /// Any number.
    Number,
    /// A text.
    Text,
    /// A text of just one character.
    Char,
    /// A list; `set` when no two items are equal.
    List {
        /// The items.
        item: ShapeOf,
        /// Whether each item stands there once.
        set: bool,
    },
    /// An object with any keys.
    Map {
        /// The values.
        value: ShapeOf,
    },
    /// The shape, or `null`.
    Nullable(ShapeOf),
    /// A struct with `#[model]`.
    Object(&'static Object),
    /// An enum of plain names with `#[model]`.
    Choice(&'static Choice),
}

/// A struct with `#[model]`.
pub struct Object {
    /// The name in the document.
    pub name: &'static str,
    /// The path of the type, which tells two types of one name apart.
    pub path: fn() -> &'static str,
    /// The doc comment.
    pub doc: &'static str,
    /// The fields, in the order of the source.
    pub fields: &'static [Field],
}

/// A field of a struct with `#[model]`.
pub struct Field {
    /// The name in JSON.
    pub name: &'static str,
    /// The shape of its type.
    pub shape: ShapeOf,
    /// The doc comment.
    pub doc: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it is when it is absent.
    pub default: Option<fn() -> Value>,
    /// The constraints written at the field.
    pub constraints: Constraints,
}

/// An enum of plain names with `#[model]`.
pub struct Choice {
    /// The name in the document.
    pub name: &'static str,
    /// The path of the type, which tells two types of one name apart.
    pub path: fn() -> &'static str,
    /// The doc comment.
    pub doc: &'static str,
    /// The names, as they stand in JSON.
    pub names: &'static [&'static str],
}

/// A type whose default can be written as a text in quotes.
#[diagnostic::on_unimplemented(
    message = "a text in quotes is no `{Self}`",
    label = "not a `{Self}`",
    note = "write the default as the Rust value that the field has, such as `default = 1`"
)]
pub trait FromQuotes {
    /// The value that the text stands for.
    fn from_quotes(text: &'static str) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<&'static str>> FromQuotes for T {
    fn from_quotes(text: &'static str) -> Self {
        text.into()
    }
}

/// A default for the document. One that cannot be JSON is left out of it.
pub fn default_value<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
