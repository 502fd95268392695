//! Tuples from texts: a name that is given so many times, each time as another type.

use std::borrow::Cow;

use super::text::blame;
use super::texts::Texts;
use super::{Found, FromText};
use crate::error::ValidationError;
use crate::route::Parameter;
use crate::schema::{Constraints, Scalar, Schema, ShapeOf};
use crate::validate::{self, Holder, Step, Way, at_most};

/// The texts of a tuple, and what is wrong with them.
struct Items<'call, 'errors> {
    all: Vec<Cow<'call, str>>,
    at: Way<'static>,
    errors: &'errors mut Vec<ValidationError>,
}

impl Items<'_, '_> {
    /// The item at this index, or nothing when the errors say why.
    fn read<T: Scalar>(&mut self, index: usize) -> Option<T> {
        let at = self.at.to(Step::Index(index));
        let Some(text) = self.all.get(index) else {
            self.errors.push(validate::missing(&at, &self.all));
            return None;
        };
        let value = T::parse(text);
        if value.is_none() {
            self.errors.push(blame::<T>(text, &Constraints::NONE, &at));
        }
        value
    }

    /// Whether there are no more than so many; the errors say it when there are.
    fn are_at_most(&mut self, most: usize) -> bool {
        let limit = Constraints {
            max_items: Some(most),
            ..Constraints::NONE
        };
        let error = at_most(Holder::Tuple, self.all.len(), &limit, &self.at, &self.all);
        let are = error.is_none();
        self.errors.extend(error);
        are
    }
}

macro_rules! tuple {
    ($count:literal: $($type:ident $item:ident $index:literal),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($type: Scalar),+> FromText for ($($type,)+) {
            const SHAPE: ShapeOf = <Self as Schema>::shape;

            fn read(texts: &Texts<'_>, parameter: &Parameter, errors: &mut Vec<ValidationError>) -> Found<Self> {
                let mut items = Items {
                    all: texts.all(parameter.name),
                    at: Way::of(texts.name(), Step::Name(parameter.name)),
                    errors,
                };
                if items.all.is_empty() {
                    return Found::Absent;
                }
                if !items.are_at_most($count) {
                    return Found::Wrong;
                }
                match ($(items.read::<$type>($index),)+) {
                    ($(Some($item),)+) => Found::Value(($($item,)+)),
                    _ => Found::Wrong,
                }
            }
        }
    };
}

tuple!(1: A a 0);
tuple!(2: A a 0, B b 1);
tuple!(3: A a 0, B b 1, C c 2);
tuple!(4: A a 0, B b 1, C c 2, D d 3);
tuple!(5: A a 0, B b 1, C c 2, D d 3, E e 4);
tuple!(6: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5);
