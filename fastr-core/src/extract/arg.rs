//! An argument as data: what it is, and how it is found in a call.

use fastr_status::StatusSet;
use serde_json::Value;

use crate::error::ValidationError;
use crate::request::Call;
use crate::route::{BodyUse, Details, Parameter, Source};
use crate::schema::ShapeOf;
use crate::validate::{Step, Way, missing, unexplained};

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
    note = "the parts of request and response are lent: take `&RequestParts`, `&mut ResponseParts` or `&mut BackgroundTasks`"
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
            body: Self::BODY,
            ..Parameter::new(Self::SOURCE, Self::REQUIRED, Self::SHAPE, Self::STATUSES)
        },
        find: Self::find,
        default: None,
        rule: None,
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
    pub(super) default: Option<fn() -> T>,
    pub(super) rule: Option<ArgRule<T>>,
}

/// A rule of the user's own about an argument.
pub(super) struct ArgRule<T> {
    /// What is wrong with a value, if anything.
    broken: fn(&T) -> Option<String>,
    /// The value as the `input` of the error.
    shown: fn(&T) -> Value,
}

impl<T> Arg<T> {
    /// The argument with a name.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        self.parameter.name = name;
        self
    }

    /// The argument with its place among the parameters of the path, and its name there.
    #[must_use]
    pub const fn at(mut self, index: usize, name: &'static str) -> Self {
        self.parameter.source = Source::Path(index);
        self.named(name)
    }

    /// The argument with what was written at it.
    #[must_use]
    pub const fn with(mut self, details: Details) -> Self {
        self.parameter = self.parameter.with(details);
        self
    }

    /// The argument with what it is when it is absent.
    #[must_use]
    pub const fn or(mut self, default: fn() -> T) -> Self {
        self.parameter.required = false;
        self.default = Some(default);
        self
    }

    /// The argument with a rule of the user's own.
    #[must_use]
    pub const fn checked(mut self, broken: fn(&T) -> Option<String>, shown: fn(&T) -> Value) -> Self {
        self.rule = Some(ArgRule { broken, shown });
        self
    }

    /// The argument, or nothing when the call now holds what is wrong with it.
    #[inline]
    pub fn get(&self, call: &mut Call) -> Option<T> {
        match (self.find)(call, &self.parameter) {
            Found::Value(value) => self.kept(value, call),
            Found::Absent => {
                if self.default.is_none() {
                    call.errors.push(absent(&self.parameter, call.embedded));
                }
                self.default.map(|default| default())
            }
            Found::Wrong => None,
        }
    }

    fn kept(&self, value: T, call: &mut Call) -> Option<T> {
        let Some(rule) = &self.rule else {
            return Some(value);
        };
        let Some(reason) = (rule.broken)(&value) else {
            return Some(value);
        };
        let input = (rule.shown)(&value);
        let at = place(&self.parameter, call.embedded);
        call.errors.push(unexplained(&at, &reason, &input));
        None
    }
}

#[cold]
fn absent(parameter: &Parameter, embedded: bool) -> ValidationError {
    missing(&place(parameter, embedded), &Value::Null)
}

/// Where a client finds the argument in its request.
fn place(parameter: &Parameter, embedded: bool) -> Way<'static> {
    let source = match parameter.source {
        Source::Path(_) | Source::Special => "path",
        Source::Query => "query",
        Source::Header => "header",
        Source::Cookie => "cookie",
        Source::Body if !embedded => return Way::source("body"),
        Source::Body | Source::Form => "body",
    };
    Way::of(source, Step::Name(parameter.name))
}
