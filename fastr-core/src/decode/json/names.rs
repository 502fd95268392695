//! The names of an object, each once: a name that comes again keeps its place and has the last value, as in Python.

use std::borrow::Cow;
use std::collections::{HashMap, hash_map};

use super::Entry;

/// Up to so many names, comparing each with each is quicker than hashing them all.
const FEW: usize = 16;

/// The entries without those that come again.
pub fn each_once(entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    if entries.len() <= FEW && are_different(&entries) {
        return entries;
    }
    let mut places: HashMap<Cow<'_, str>, usize> = HashMap::with_capacity(entries.len());
    let mut once: Vec<Entry<'_>> = Vec::with_capacity(entries.len());
    for (name, node) in entries {
        match places.entry(name.clone()) {
            hash_map::Entry::Occupied(place) => once[*place.get()].1 = node,
            hash_map::Entry::Vacant(place) => {
                place.insert(once.len());
                once.push((name, node));
            }
        }
    }
    once
}

fn are_different(entries: &[Entry<'_>]) -> bool {
    entries
        .iter()
        .enumerate()
        .all(|(index, (name, _))| entries[..index].iter().all(|(other, _)| other != name))
}
