//! Arguments from texts: scalars, and lists and sets of them.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, Hash};

use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet};

use super::texts::Texts;
use super::{Arg, Found, misplaced};
use crate::error::ValidationError;
use crate::request::Call;
use crate::route::{Parameter, Source};
use crate::schema::{Constraints, Scalar, Schema, Shape, ShapeOf};
use crate::validate::{self, Step, Way};

/// A type that can be read from the query, the headers, the cookies or a form.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "neither a scalar, nor a list of scalars, nor a model",
    note = "take a scalar, an `Option`, a `Vec` or a `HashSet` of one, or a struct with `#[fastr::model]`; `uuid::Uuid` and its like need the feature of fastr that has their name"
)]
pub trait FromText: Sized {
    /// Whether it must be there.
    const REQUIRED: bool = true;
    /// The statuses with which it can be refused when it is there.
    const STATUSES: StatusSet = STATUSES;
    /// What its value looks like.
    const SHAPE: ShapeOf;

    /// Looks for it in a source; what is wrong with it goes to the errors.
    fn read(texts: &Texts<'_>, parameter: &Parameter, errors: &mut Vec<ValidationError>) -> Found<Self>;

    /// The argument as data, from the query.
    const QUERY: Arg<Self> = from::<Self>(Source::Query);
    /// The argument as data, from the headers.
    const HEADER: Arg<Self> = from::<Self>(Source::Header);
    /// The argument as data, from the cookies.
    const COOKIE: Arg<Self> = from::<Self>(Source::Cookie);
    /// The argument as data, from a form.
    const FORM: Arg<Self> = Arg {
        parameter: Parameter::new(
            Source::Form,
            Self::REQUIRED,
            Some(Self::SHAPE),
            super::form::STATUSES,
        ),
        find: find::<Self>,
        default: None,
        rule: None,
    };
}

const fn from<T: FromText>(source: Source) -> Arg<T> {
    Arg {
        parameter: Parameter::new(source, T::REQUIRED, Some(T::SHAPE), T::STATUSES),
        find: find::<T>,
        default: None,
        rule: None,
    }
}

/// Looks for an argument in the source of its parameter.
#[inline]
pub fn find<T: FromText>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let texts = Texts::of(parameter.source, &call.head, &call.payload);
    if parameter.source == Source::Form {
        let at = Way::of(texts.name(), Step::Name(parameter.name));
        if misplaced::blame(&texts, parameter.name, &(T::SHAPE)(), &at, &mut call.errors) {
            return Found::Wrong;
        }
    }
    T::read(&texts, parameter, &mut call.errors)
}

/// The statuses with which a text can be refused.
pub const STATUSES: StatusSet = StatusSet::one(HTTP_422_UNPROCESSABLE_CONTENT);

/// The statuses with which a scalar that is there can be refused: none if any text is a value.
pub const fn statuses<T: Scalar>() -> StatusSet {
    if T::ANY_TEXT { StatusSet::EMPTY } else { STATUSES }
}

impl<T: Scalar> FromText for T {
    const STATUSES: StatusSet = statuses::<T>();
    const SHAPE: ShapeOf = T::shape;

    #[inline]
    fn read(texts: &Texts<'_>, parameter: &Parameter, errors: &mut Vec<ValidationError>) -> Found<Self> {
        let Some(text) = texts.one(parameter.name) else {
            return Found::Absent;
        };
        if let Some(value) = scalar(&text, parameter.constraints()) {
            return Found::Value(value);
        }
        let at = Way::of(texts.name(), Step::Name(parameter.name));
        errors.push(blame::<T>(&text, &parameter.details.constraints, &at));
        Found::Wrong
    }
}

/// The value of a text, if it is one and keeps the constraints.
#[inline]
pub fn scalar<T: Scalar>(text: &str, constraints: Option<&Constraints>) -> Option<T> {
    T::parse(text).filter(|value| constraints.is_none_or(|constraints| value.satisfies(constraints)))
}

/// What is wrong with a text that [`scalar`] refused.
#[cold]
pub fn blame<T: Scalar>(text: &str, constraints: &Constraints, at: &Way<'_>) -> ValidationError {
    validate::text(text, &T::shape(), constraints, at)
        .unwrap_or_else(|| validate::unexplained(at, "not a valid value", text))
}

impl<T: FromText> FromText for Option<T> {
    const REQUIRED: bool = false;
    const STATUSES: StatusSet = T::STATUSES;
    const SHAPE: ShapeOf = T::SHAPE;

    fn read(texts: &Texts<'_>, parameter: &Parameter, errors: &mut Vec<ValidationError>) -> Found<Self> {
        match T::read(texts, parameter, errors) {
            Found::Value(value) => Found::Value(Some(value)),
            Found::Absent => Found::Value(None),
            Found::Wrong => Found::Wrong,
        }
    }
}

macro_rules! several {
    ($($type:ty, set: $set:expr, [$($generics:tt)*];)*) => {$(
        impl<$($generics)*> FromText for $type {
            const SHAPE: ShapeOf = || Shape::List { item: T::shape, set: $set };

            fn read(texts: &Texts<'_>, parameter: &Parameter, errors: &mut Vec<ValidationError>) -> Found<Self> {
                several(texts, parameter, errors, $set)
            }
        }
    )*};
}

several! {
    Vec<T>, set: false, [T: Scalar];
    BTreeSet<T>, set: true, [T: Scalar + Ord];
    HashSet<T, S>, set: true, [T: Scalar + Eq + Hash, S: BuildHasher + Default];
}

fn several<T: Scalar, C: Schema + FromIterator<T>>(
    texts: &Texts<'_>,
    parameter: &Parameter,
    errors: &mut Vec<ValidationError>,
    set: bool,
) -> Found<C> {
    let all = texts.all(parameter.name);
    if all.is_empty() {
        return Found::Absent;
    }
    let constraints = &parameter.details.constraints;
    let values: Option<C> = all.iter().map(|text| T::parse(text)).collect();
    if let Some(values) = values.filter(|values| values.satisfies(constraints)) {
        return Found::Value(values);
    }
    let at = Way::of(texts.name(), Step::Name(parameter.name));
    blame_several::<T>(&all, set, constraints, &at, errors);
    Found::Wrong
}

/// Adds what is wrong with texts that [`several`] refused; never nothing.
#[cold]
fn blame_several<T: Scalar>(
    all: &[Cow<'_, str>],
    set: bool,
    constraints: &Constraints,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) {
    let before = errors.len();
    validate::texts(all, &T::shape(), set, constraints, at, errors);
    if errors.len() == before {
        errors.push(validate::unexplained(at, "not a valid value", all));
    }
}
