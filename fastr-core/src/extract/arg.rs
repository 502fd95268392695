//! An argument as data: what it is, and how it is found in a call.

use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet};

use crate::request::Call;
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::ShapeOf;
use crate::validate::missing;

/// What looking for an argument came to.
pub enum Found<T> {
    /// It is there.
    Value(T),
    /// The request does not have it.
    Absent,
    /// It is there and wrong; the call holds what is wrong with it.
    Wrong,
}

/// A type that a handler can have as a parameter without saying where it comes from.
///
/// Scalars come from the query, a `#[model]` struct from the JSON body, `Option` makes either optional.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of an operation",
    label = "neither a scalar, nor a model, nor part of the request",
    note = "if `{Self}` is your own, write `#[fastr::model]` above its definition: a struct is read from the JSON body, an enum from the query",
    note = "the parts of request and response are lent: take `&RequestParts` or `&mut ResponseParts`"
)]
pub trait Argument: Sized {
    /// Where it comes from.
    const SOURCE: Source;
    /// Whether a request must have it.
    const REQUIRED: bool = true;
    /// What it does with the body.
    const BODY: BodyUse = BodyUse::Unread;
    /// The statuses with which it can be refused when it is there.
    const STATUSES: StatusSet;
    /// What its value looks like; none for one that is not in the document.
    const SHAPE: Option<ShapeOf>;

    /// Looks for it in the call; what is wrong with it goes into the call.
    fn find(call: &mut Call, parameter: &Parameter) -> Found<Self>;

    /// The argument as data, still without a name.
    const ARG: Arg<Self> = Arg {
        parameter: Parameter {
            name: "",
            source: Self::SOURCE,
            required: Self::REQUIRED,
            shape: Self::SHAPE,
            body: Self::BODY,
            statuses: if Self::REQUIRED {
                Self::STATUSES.with(HTTP_422_UNPROCESSABLE_CONTENT)
            } else {
                Self::STATUSES
            },
            open: false,
        },
        find: Self::find,
    };
}

impl<T: Argument> Argument for Option<T> {
    const SOURCE: Source = T::SOURCE;
    const REQUIRED: bool = false;
    const BODY: BodyUse = T::BODY;
    const STATUSES: StatusSet = T::STATUSES;
    const SHAPE: Option<ShapeOf> = T::SHAPE;

    fn find(call: &mut Call, parameter: &Parameter) -> Found<Self> {
        match T::find(call, parameter) {
            Found::Value(value) => Found::Value(Some(value)),
            Found::Absent => Found::Value(None),
            Found::Wrong => Found::Wrong,
        }
    }
}

/// An argument of the type `T`.
pub struct Arg<T> {
    /// What the document and the contract know of it.
    pub parameter: Parameter,
    pub(super) find: fn(&mut Call, &Parameter) -> Found<T>,
}

impl<T> Arg<T> {
    /// The argument with a name.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self {
            parameter: Parameter {
                name,
                ..self.parameter
            },
            find: self.find,
        }
    }

    /// The argument with its place among the parameters of the path.
    #[must_use]
    pub const fn at(self, index: usize) -> Self {
        Self {
            parameter: Parameter {
                source: Source::Path(index),
                ..self.parameter
            },
            find: self.find,
        }
    }

    /// The argument, or nothing when the call now holds what is wrong with it.
    #[inline]
    pub fn get(&self, call: &mut Call) -> Option<T> {
        match (self.find)(call, &self.parameter) {
            Found::Value(value) => Some(value),
            Found::Absent => {
                call.errors.push(absent(&self.parameter, call.embedded));
                None
            }
            Found::Wrong => None,
        }
    }
}

#[cold]
fn absent(parameter: &Parameter, embedded: bool) -> crate::error::ValidationError {
    use serde_json::Value;
    match parameter.source {
        Source::Body if embedded => missing(&["body".into(), parameter.name.into()], Value::Null),
        Source::Body => missing(&["body".into()], Value::Null),
        Source::Query => missing(&["query".into(), parameter.name.into()], Value::Null),
        Source::Path(_) | Source::Special => missing(&["path".into(), parameter.name.into()], Value::Null),
    }
}
