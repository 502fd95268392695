//! Arguments from the query string.

use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, StatusSet};

use super::{Argument, Found};
use crate::decode::query::last;
use crate::request::Call;
use crate::route::{Parameter, Source};
use crate::schema::{Constraints, Scalar, ShapeOf};
use crate::validate;

/// Looks for a scalar in the query string.
pub fn find<T: Scalar>(call: &mut Call, parameter: &Parameter) -> Found<T> {
    let Some(text) = last(call.head.uri.query().unwrap_or_default(), parameter.name) else {
        return Found::Absent;
    };
    if let Some(value) = T::parse(&text) {
        return Found::Value(value);
    }
    let loc = ["query".into(), parameter.name.into()];
    let wrong = validate::text(&text, &T::shape(), &Constraints::NONE, &loc);
    call.errors
        .push(wrong.unwrap_or_else(|| validate::unexplained(&loc, "not a valid value", (*text).into())));
    Found::Wrong
}

/// The statuses with which a scalar that is there can be refused: none if any text is a value.
pub const fn statuses<T: Scalar>() -> StatusSet {
    if T::ANY_TEXT {
        StatusSet::EMPTY
    } else {
        StatusSet::one(HTTP_422_UNPROCESSABLE_CONTENT)
    }
}

macro_rules! from_the_query {
    ($($type:ty),*) => {$(
        impl Argument for $type {
            const SOURCE: Source = Source::Query;
            const STATUSES: StatusSet = statuses::<$type>();
            const SHAPE: Option<ShapeOf> = Some(<$type as crate::schema::Schema>::shape);

            fn find(call: &mut Call, parameter: &Parameter) -> Found<Self> {
                find(call, parameter)
            }
        }
    )*};
}

from_the_query!(
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64, bool, char, String
);
