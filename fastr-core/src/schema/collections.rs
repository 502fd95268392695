//! What holds other values: options, boxes, lists, sets, maps.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, Hash};

use serde::Serialize;
use serde_json::Value;

use super::{Constraints, Scalar, Schema, Shape};

/// About how many bytes these items have as JSON: half as much again as in memory, for names, quotes and commas, and for
/// what an item has on the heap.
pub const fn list_size_as_json<T>(items: &[T]) -> usize {
    size_of_val(items) / 2 * 3
}

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

    fn size_as_json(&self) -> usize {
        (**self).size_as_json()
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        (**self).satisfies(constraints)
    }
}

impl<T: Schema> Schema for Vec<T> {
    fn shape() -> Shape {
        Shape::List {
            item: T::shape,
            set: false,
        }
    }

    fn is_valid(&self) -> bool {
        self.iter().all(T::is_valid)
    }

    fn size_as_json(&self) -> usize {
        list_size_as_json(self)
    }

    fn satisfies(&self, constraints: &Constraints) -> bool {
        constraints.allow_items(self.len()) && (!constraints.unique_items || are_different(self))
    }
}

/// Whether no two items look alike in JSON.
fn are_different<T: Serialize>(items: &[T]) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().filter_map(in_json).all(|item| seen.insert(item))
}

/// The item as JSON, or as its text when it has a whole number beyond 64 bits, for which a [`Value`] has no place.
fn in_json<T: Serialize>(item: &T) -> Option<Value> {
    let value = serde_json::to_value(item).ok();
    value.or_else(|| serde_json::to_string(item).ok().map(Value::String))
}

macro_rules! holder {
    ($([$($generics:tt)*] $type:ty, $shape:expr, $held:ident;)*) => {$(
        impl<$($generics)*> Schema for $type {
            fn shape() -> Shape {
                $shape
            }

            fn is_valid(&self) -> bool {
                self.$held().all(T::is_valid)
            }

            fn satisfies(&self, constraints: &Constraints) -> bool {
                constraints.allow_items(self.len())
            }
        }
    )*};
}

holder! {
    [T: Schema + Ord] BTreeSet<T>, Shape::List { item: T::shape, set: true }, iter;
    [T: Schema + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, Shape::List { item: T::shape, set: true }, iter;
    [K: Scalar + Ord, T: Schema] BTreeMap<K, T>, Shape::Map { key: K::shape, value: T::shape }, values;
    [K: Scalar + Eq + Hash, T: Schema, S: BuildHasher + Default] HashMap<K, T, S>, Shape::Map { key: K::shape, value: T::shape }, values;
}
