//! The items of a list or a set: what is wrong with each, with their number, and with two that are equal.

use std::collections::HashSet;
use std::hash::Hash;

use serde::Serialize;

use super::constrain::{Holder, at_least, at_most};
use super::enough::is_enough;
use super::{Way, unexplained};
use crate::error::ValidationError;
use crate::schema::Constraints;

/// A list or a set.
pub struct Items<'items, T: ?Sized> {
    /// The whole of it.
    pub input: &'items T,
    /// How many items it has.
    pub count: usize,
    /// Whether it is a set.
    pub set: bool,
    /// What is asked of it.
    pub constraints: &'items Constraints,
    /// Where it is.
    pub at: &'items Way<'items>,
}

impl<T: Serialize + ?Sized> Items<'_, T> {
    /// Adds everything that is wrong. `look` adds what is wrong with the item at an index, and `key` gives what that one
    /// has in common with those that are equal to it.
    pub fn look<K: Eq + Hash>(
        &self,
        mut look: impl FnMut(usize, &mut Vec<ValidationError>),
        key: impl Fn(usize) -> K,
        errors: &mut Vec<ValidationError>,
    ) {
        let &Self {
            input,
            count,
            set,
            constraints,
            at,
        } = self;
        let before = errors.len();
        let are_compared = set || constraints.unique_items;
        let mut different = HashSet::new();
        for index in 0..count {
            if is_enough(errors) {
                break;
            }
            let found = errors.len();
            look(index, errors);
            if are_compared && errors.len() == found {
                different.insert(key(index));
            }
        }
        let (holder, held) = if set {
            (Holder::Set, different.len())
        } else {
            (Holder::List, count)
        };
        if let Some(too_many) = at_most(holder, held, constraints, at, input) {
            errors.truncate(before);
            errors.push(too_many);
        }
        if errors.len() == before {
            errors.extend(at_least(holder, held, constraints, at, input));
        }
        if errors.len() == before && constraints.unique_items && different.len() < count {
            let reason = "the items should all be different";
            errors.push(unexplained(at, reason, input));
        }
    }
}
