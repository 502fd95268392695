//! Step 2: what a type looks like from outside: its shape, its constraints, its JSON Schema.

use serde::Serialize;
use serde::de::DeserializeOwned;

mod choice;
mod collections;
mod components;
mod constraints;
mod format;
mod formats;
mod integers;
mod json;
mod name;
mod object;
mod only;
mod patch;
mod probe;
mod scalars;
mod shape;
mod tagged;
mod tuples;
mod union;

pub use choice::read_choice;
pub use collections::list_size_as_json;
pub use components::{Components, Direction};
pub use constraints::{Bound, Constraints, Pattern, regex};
#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
pub use format::FormatError;
pub use format::{Format, Formatted, Refusal};
#[cfg(feature = "base64")]
pub use formats::Base64Bytes;
#[cfg(feature = "email")]
pub use formats::EmailAddress;
#[cfg(feature = "url")]
pub use formats::HttpUrl;
pub(crate) use formats::each_format;
pub use integers::plain_integer;
pub use json::{json_schema, parameter_schema, property};
pub use name::TypeName;
pub use object::{END, Entries, Fields, FromEntries, Keys, read_object, write_object};
pub use only::Only;
pub use patch::Patch;
pub use probe::{NotAModel, Probe};
pub use scalars::as_kept;
pub use shape::default_value;
pub use shape::{
    Choice, Examples, Field, FromQuotes, Object, Rule, Shape, ShapeOf, Tagging, Union, Variant, broken_rule,
};
pub use tagged::Tagged;

/// A type whose values can be described, checked and documented.
///
/// `#[model]` implements it for structs and enums; the usual types of the standard library have it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no schema",
    label = "fastr does not know what this looks like in JSON",
    note = "if `{Self}` is your own, write `#[fastr::model]` above its definition; if it comes from another crate, turn on the feature of fastr that brings it, such as `uuid`, or write a `#[fastr::model]` of your own in its place"
)]
pub trait Schema: Serialize + DeserializeOwned {
    /// What values of the type look like.
    fn shape() -> Shape;

    /// Whether `null` is a value, so that it may also be absent.
    const NULLABLE: bool = false;

    /// The value that `null` is, if it is one.
    fn null() -> Option<Self> {
        None
    }

    /// Whether the value keeps the constraints that its own type has inside.
    fn is_valid(&self) -> bool {
        true
    }

    /// About how many bytes its JSON has, where that is more than a few: so much room is made for it at once.
    fn size_as_json(&self) -> usize {
        0
    }

    /// Whether the value keeps the constraints of the place where it stands.
    fn satisfies(&self, constraints: &Constraints) -> bool {
        let _ = constraints;
        true
    }
}

/// A type that one piece of text can be: a path parameter, a query parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from one piece of text",
    label = "not a scalar",
    note = "a path parameter is a number, a `bool`, a `char`, a `String`, a type with a format such as `IpAddr`, or an enum of plain names with `#[fastr::model]`"
)]
pub trait Scalar: Schema + Sized {
    /// Whether any text at all is a value, so that reading it cannot fail.
    const ANY_TEXT: bool = false;

    /// The value that the text means, read as pydantic reads text.
    fn parse(text: &str) -> Option<Self>;
}
