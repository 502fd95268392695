//! Arguments from the path.

use super::query::statuses;
use super::{Arg, Found};
use crate::request::Call;
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::{Constraints, Scalar};
use crate::validate;

/// A type that a parameter in the path can have: any scalar.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter in the path",
    label = "not one piece of text that is always there",
    note = "take a number, a `bool`, a `char`, a `String`, or an enum with `#[fastr::model]`, and none of them in an `Option`"
)]
pub trait FromPath: Sized {
    /// The argument as data, still without a name and a place.
    const PATH: Arg<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> FromPath for T {
    const PATH: Arg<Self> = Arg {
        parameter: Parameter {
            name: "",
            source: Source::Path(0),
            required: true,
            shape: Some(T::shape),
            body: BodyUse::Unread,
            statuses: statuses::<T>(),
            open: false,
        },
        find: find::<T>,
    };
}

fn find<T: Scalar>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Source::Path(index) = parameter.source else {
        return Found::Absent;
    };
    let text = call.captures.get(call.head.uri.path(), index);
    if let Some(value) = T::parse(&text) {
        return Found::Value(value);
    }
    let loc = ["path".into(), parameter.name.into()];
    let wrong = validate::text(&text, &T::shape(), &Constraints::NONE, &loc);
    call.errors
        .push(wrong.unwrap_or_else(|| validate::unexplained(&loc, "not a valid value", (*text).into())));
    Found::Wrong
}
