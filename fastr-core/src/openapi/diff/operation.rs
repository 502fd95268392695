//! Which operations there are, and what changed in those that stayed.

use serde_json::Value;

use super::{Change, Documents, Notes, body, entries, parameters, resolved, responses};

const METHODS: [&str; 8] = [
    "get", "post", "put", "delete", "patch", "head", "options", "trace",
];

/// An operation of a document.
struct Found<'a> {
    method: &'a str,
    path: &'a str,
    item: &'a Value,
    operation: &'a Value,
}

impl Found<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// A path parameter of another name is the same path.
    fn is_same(&self, other: &Found<'_>) -> bool {
        self.method == other.method && shape(self.path) == shape(other.path)
    }
}

pub(super) fn compare(documents: Documents<'_>, changes: &mut Vec<Change>) {
    let (before, now) = (operations(documents.old), operations(documents.new));
    for old in &before {
        let name = old.name();
        let mut notes = Notes {
            operation: &name,
            changes,
        };
        let Some(new) = now.iter().find(|new| new.is_same(old)) else {
            notes.breaking("it is gone");
            continue;
        };
        let pair = (old.operation, new.operation);
        let items = (old.item, new.item);
        parameters::compare(documents, items, pair, (old.path, new.path), &mut notes);
        body::compare(documents, pair, &mut notes);
        responses::compare(documents, pair, &mut notes);
        deprecation(pair, &mut notes);
    }
    for new in &now {
        if !before.iter().any(|old| old.is_same(new)) {
            let name = new.name();
            let mut notes = Notes {
                operation: &name,
                changes,
            };
            notes.compatible("it is new");
        }
    }
}

fn deprecation((old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    let is_deprecated = |operation: &Value| operation.get("deprecated") == Some(&Value::Bool(true));
    if is_deprecated(new) && !is_deprecated(old) {
        notes.compatible("it is deprecated");
    }
}

fn operations(document: &Value) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    for (path, item) in entries(document, "paths") {
        let item = resolved(document, item);
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                found.push(Found {
                    method,
                    path,
                    item,
                    operation,
                });
            }
        }
    }
    found
}

/// The path without the names of its parameters.
fn shape(path: &str) -> String {
    let pieces = path.split('{').enumerate().map(|(index, piece)| {
        let literal = piece.split_once('}').map_or(piece, |(_, literal)| literal);
        if index == 0 {
            piece.to_owned()
        } else {
            format!("{{}}{literal}")
        }
    });
    pieces.collect()
}
