//! Arguments whose type alone says that they come from the query.

use fastr_status::StatusSet;

use super::{Argument, Found, FromText, find_text};
use crate::request::Call;
use crate::route::{Parameter, Source};
use crate::schema::{ShapeOf, each_format};

macro_rules! from_the_query {
    ($($(#[$attribute:meta])* $type:ty),*) => {$(
        $(#[$attribute])*
        impl Argument for $type {
            const SOURCE: Source = Source::Query;
            const STATUSES: StatusSet = <$type as FromText>::STATUSES;
            const SHAPE: Option<ShapeOf> = Some(<$type as FromText>::SHAPE);

            fn find(call: &mut Call, parameter: &Parameter) -> Found<Self> {
                find_text(call, parameter)
            }
        }
    )*};
}

from_the_query!(
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64, bool, char, String
);

macro_rules! format_from_the_query {
    ($type:ty) => {
        from_the_query!(
            #[diagnostic::do_not_recommend]
            $type
        );
    };
}

each_format!(format_from_the_query);
