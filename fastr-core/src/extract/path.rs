//! Arguments from the path.

use super::text::{blame, scalar, statuses};
use super::{Arg, Found};
use crate::request::Call;
use crate::route::{Parameter, Source};
use crate::schema::Scalar;
use crate::validate::{Step, Way};

/// A type that a parameter in the path can have: any scalar.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter in the path",
    label = "not one piece of text that is always there",
    note = "take a number, a `bool`, a `char`, a `String`, or an enum with `#[fastr::model]`, and none of them in an `Option`; `uuid::Uuid` and its like need the feature of fastr that has their name"
)]
pub trait FromPath: Sized {
    /// The argument as data, still without a name and a place.
    const PATH: Arg<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> FromPath for T {
    const PATH: Arg<Self> = Arg {
        parameter: Parameter::new(Source::Path(0), true, Some(T::shape), statuses::<T>()),
        find: find::<T>,
        default: None,
        rule: None,
    };
}

fn find<T: Scalar>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Source::Path(index) = parameter.source else {
        return Found::Absent;
    };
    let plain = call.captures.plain(&call.head.uri, index);
    match plain.and_then(|text| scalar(text, parameter.constraints())) {
        Some(value) => Found::Value(value),
        None => find_encoded(call, parameter, index),
    }
}

/// Finds what is encoded, or wrong.
#[inline(never)]
fn find_encoded<T: Scalar>(call: &mut Call, parameter: &Parameter, index: usize) -> Found<T> {
    let text = call.captures.get(call.head.uri.path(), index);
    if let Some(value) = scalar(&text, parameter.constraints()) {
        return Found::Value(value);
    }
    let at = Way::of("path", Step::Name(parameter.name));
    call.errors
        .push(blame::<T>(&text, &parameter.details.constraints, &at));
    Found::Wrong
}
