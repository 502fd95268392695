//! The shape of a type, as data that the document and the slow path of validation read alike.

use serde_json::Value;

use super::{Constraints, Format, TypeName};
use crate::decode::json::from_str;

/// Gives a shape. A function and not the shape itself, so that a type may contain itself.
pub type ShapeOf = fn() -> Shape;

/// Gives examples for the document.
pub type Examples = fn() -> Vec<Value>;

/// What the values of a type look like in JSON.
#[derive(Clone)]
pub enum Shape {
    /// Anything.
    Any,
    /// Nothing but `null`.
    Null,
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
    Number {
        /// Whether it is kept in single precision.
        single: bool,
    },
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
    /// A list of so many items, each with a shape of its own.
    Tuple(&'static [ShapeOf]),
    /// A text with a format, such as a date.
    Format(&'static Format),
    /// An object with any keys of a shape.
    Map {
        /// The keys.
        key: ShapeOf,
        /// The values.
        value: ShapeOf,
    },
    /// The shape, or `null`.
    Nullable(ShapeOf),
    /// A struct with `#[model]`.
    Object(&'static Object),
    /// An enum of plain names with `#[model]`.
    Choice(&'static Choice),
    /// An enum whose variants hold something, with `#[model]`.
    Union(&'static Union),
}

/// A struct with `#[model]`.
pub struct Object {
    /// How it is called.
    pub name: TypeName,
    /// The doc comment.
    pub doc: &'static str,
    /// The fields, in the order of the source.
    pub fields: &'static [Field],
    /// Whether any other key is a mistake.
    pub closed: bool,
    /// What the user asks of the whole.
    pub rule: Option<Rule>,
    /// Examples of a value.
    pub examples: Option<Examples>,
}

impl Object {
    /// The fields, with those of flattened models in the place of the model.
    pub fn all_fields(&self) -> Vec<&'static Field> {
        let mut all = Vec::with_capacity(self.fields.len());
        self.each_field(&mut |field| all.push(field));
        all
    }

    /// Shows each of [`all_fields`](Self::all_fields).
    pub fn each_field(&self, show: &mut dyn FnMut(&'static Field)) {
        for field in self.fields {
            match field.unfolded() {
                Some(inner) => inner.each_field(show),
                None => show(field),
            }
        }
    }

    /// Whether one of [`all_fields`](Self::all_fields) has the name.
    pub fn has_field(&self, name: &str) -> bool {
        self.fields.iter().any(|field| match field.unfolded() {
            Some(inner) => inner.has_field(name),
            None => field.name == name,
        })
    }
}

/// A field of a struct with `#[model]`.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub struct Field {
    /// The name in JSON.
    pub name: &'static str,
    /// The shape of its type.
    pub shape: ShapeOf,
    /// The doc comment.
    pub doc: &'static str,
    /// Whether it must be there when it is taken.
    pub required: bool,
    /// Whether it is there whenever it is sent.
    pub always_sent: bool,
    /// What it is when it is absent.
    pub default: Option<fn() -> Value>,
    /// The constraints written at the field.
    pub constraints: Constraints,
    /// What the user asks of it.
    pub rule: Option<Rule>,
    /// Whether its own fields stand in its place.
    pub flatten: bool,
    /// A short name for readers of the document.
    pub title: &'static str,
    /// Examples of its value.
    pub examples: Option<Examples>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

/// Generated code writes a field as its name, its shape, and what else was said of it: that is less to compile than all
/// that there is.
impl Field {
    /// A field that must be there, of which nothing else is said.
    pub const fn new(name: &'static str, shape: ShapeOf) -> Self {
        Self {
            name,
            shape,
            doc: "",
            required: true,
            always_sent: true,
            default: None,
            constraints: Constraints::NONE,
            rule: None,
            flatten: false,
            title: "",
            examples: None,
            deprecated: false,
        }
    }

    /// It may be absent.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// It is not always there when it is sent.
    #[must_use]
    pub const fn left_out(mut self) -> Self {
        self.always_sent = false;
        self
    }

    /// Its doc comment.
    #[must_use]
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }

    /// What it is when it is absent.
    #[must_use]
    pub const fn default(mut self, default: fn() -> Value) -> Self {
        self.default = Some(default);
        self
    }

    /// The constraints written at it.
    #[must_use]
    pub const fn constraints(mut self, constraints: Constraints) -> Self {
        self.constraints = constraints;
        self
    }

    /// What the user asks of it.
    #[must_use]
    pub const fn rule(mut self, rule: Option<Rule>) -> Self {
        self.rule = rule;
        self
    }

    /// Its own fields stand in its place.
    #[must_use]
    pub const fn flatten(mut self) -> Self {
        self.flatten = true;
        self
    }

    /// A short name for readers of the document.
    #[must_use]
    pub const fn title(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }

    /// Examples of its value.
    #[must_use]
    pub const fn examples(mut self, examples: Option<Examples>) -> Self {
        self.examples = examples;
        self
    }

    /// It should no longer be used.
    #[must_use]
    pub const fn deprecated(mut self) -> Self {
        self.deprecated = true;
        self
    }

    /// The model whose fields stand in its place.
    fn unfolded(&self) -> Option<&'static Object> {
        match self.flatten.then(self.shape)? {
            Shape::Object(inner) => Some(inner),
            _ => None,
        }
    }
}

/// An enum of plain names with `#[model]`.
pub struct Choice {
    /// How it is called.
    pub name: TypeName,
    /// The doc comment.
    pub doc: &'static str,
    /// The names, as they stand in JSON.
    pub names: &'static [&'static str],
    /// Examples of a value.
    pub examples: Option<Examples>,
}

/// An enum whose variants hold something, with `#[model]`.
pub struct Union {
    /// How it is called.
    pub name: TypeName,
    /// The doc comment.
    pub doc: &'static str,
    /// How a value says which variant it is.
    pub tagging: Tagging,
    /// The variants, in the order of the source.
    pub variants: &'static [Variant],
    /// Examples of a value.
    pub examples: Option<Examples>,
}

/// How a value says which variant it is: serde's ways.
#[derive(Clone, Copy)]
pub enum Tagging {
    /// `{"Variant": …}`, or `"Variant"` where it holds nothing.
    External,
    /// A key of the object, with this name.
    Internal(&'static str),
    /// A key with this name, and what the variant holds under the other.
    Adjacent(&'static str, &'static str),
    /// Not at all: the first variant that fits.
    Untagged,
}

/// A variant of a union.
pub struct Variant {
    /// Its name in JSON.
    pub name: &'static str,
    /// The doc comment.
    pub doc: &'static str,
    /// What it holds, if anything.
    pub holds: Option<ShapeOf>,
}

/// A rule of the user's own: what is wrong with the value of a JSON text, if anything. A value of another type keeps it.
pub type Rule = fn(&str) -> Option<String>;

/// Asks a rule about a value that is still JSON.
pub fn broken_rule<T: serde::de::DeserializeOwned>(
    json: &str,
    rule: fn(&T) -> Option<String>,
) -> Option<String> {
    from_str(json).ok().and_then(|value| rule(&value))
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
