//! Tuples: lists whose items each have a type of their own.

use super::{Constraints, Schema, Shape, ShapeOf};

macro_rules! tuple {
    ($($type:ident $place:tt),+) => {
        // A list of what has a schema is clearer without tuples.
        #[diagnostic::do_not_recommend]
        impl<$($type: Schema),+> Schema for ($($type,)+) {
            fn shape() -> Shape {
                Shape::Tuple(const { &[$($type::shape as ShapeOf),+] })
            }

            fn is_valid(&self) -> bool {
                $(self.$place.is_valid())&&+
            }

            fn satisfies(&self, _: &Constraints) -> bool {
                true
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
