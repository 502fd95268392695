//! The items of a list or a set: what is wrong with each, with their number, and with two that are equal.

use std::collections::HashSet;
use std::hash::Hash;

use serde_json::Value;

use super::constrain::{Holder, at_least, at_most};
use super::unexplained;
use crate::error::{Loc, ValidationError};
use crate::schema::Constraints;

/// Adds everything that is wrong with so many items. `look` adds what is wrong with the one at an index, and gives
/// what it has in common with those that are equal to it.
pub fn items<K: Eq + Hash>(
    count: usize,
    mut look: impl FnMut(usize, &mut Vec<ValidationError>) -> K,
    set: bool,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
    errors: &mut Vec<ValidationError>,
) {
    let before = errors.len();
    let mut different = HashSet::new();
    for index in 0..count {
        let found = errors.len();
        let key = look(index, errors);
        if errors.len() == found {
            different.insert(key);
        }
    }
    let (holder, held) = if set {
        (Holder::Set, different.len())
    } else {
        (Holder::List, count)
    };
    if let Some(too_many) = at_most(holder, held, constraints, loc, input) {
        errors.truncate(before);
        errors.push(too_many);
    }
    if errors.len() == before {
        errors.extend(at_least(holder, held, constraints, loc, input));
    }
    if errors.len() == before && constraints.unique_items && different.len() < count {
        errors.push(unexplained(
            loc,
            "the items should all be different",
            input.clone(),
        ));
    }
}
