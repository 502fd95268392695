//! What holds other values: options, boxes, lists, sets, maps.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};

use super::{Constraints, Scalar, Schema, Shape};

impl<T: Schema> Schema for Option<T> {
    const NULLABLE: bool = true;

    fn null() -> Option<Self> {
        Some(None)
    }

    fn shape() -> Shape {
        Shape::Nullable(T::shape)
    }

    fn is_valid(&self) -> bool {
        self.as_ref().is_none_or(T::is_valid)
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        self.as_ref().is_none_or(|value| value.satisfies(constraints))
    }
}

impl<T: Schema> Schema for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn is_valid(&self) -> bool {
        (**self).is_valid()
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        (**self).satisfies(constraints)
    }
}

macro_rules! list {
    ($set:expr, $type:ty, $($bound:tt)*) => {
        impl<T: Schema $($bound)*> Schema for $type {
            fn shape() -> Shape {
                Shape::List { item: T::shape, set: $set }
            }

            fn is_valid(&self) -> bool {
                self.iter().all(T::is_valid)
            }

            fn satisfies(&self, constraints: &Constraints) -> bool {
                constraints.allow_items(self.len())
            }
        }
    };
}

list!(false, Vec<T>,);
list!(true, BTreeSet<T>, + Ord);

impl<T: Schema + Eq + Hash, S: BuildHasher + Default> Schema for HashSet<T, S> {
    fn shape() -> Shape {
        Shape::List {
            item: T::shape,
            set: true,
        }
    }

    fn is_valid(&self) -> bool {
        self.iter().all(T::is_valid)
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        constraints.allow_items(self.len())
    }
}

impl<K: Scalar + Ord, T: Schema> Schema for BTreeMap<K, T> {
    fn shape() -> Shape {
        Shape::Map {
            key: K::shape,
            value: T::shape,
        }
    }

    fn is_valid(&self) -> bool {
        self.values().all(T::is_valid)
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        constraints.allow_items(self.len())
    }
}

impl<K: Scalar + Eq + Hash, T: Schema, S: BuildHasher + Default> Schema for HashMap<K, T, S> {
    fn shape() -> Shape {
        Shape::Map {
            key: K::shape,
            value: T::shape,
        }
    }

    fn is_valid(&self) -> bool {
        self.values().all(T::is_valid)
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        constraints.allow_items(self.len())
    }
}
