//! Which operations there are, and what changed in those that stayed.

use serde_json::Value;

use super::{Change, Documents, Notes, body, entries, outgoing, parameters, resolved, responses};

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
    webhooks(documents, changes);
    let (before, now) = (
        operations(documents.old, "paths"),
        operations(documents.new, "paths"),
    );
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
        callbacks(documents, pair, &name, changes);
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

/// Each webhook by its name and method.
fn webhooks(documents: Documents<'_>, changes: &mut Vec<Change>) {
    let now = operations(documents.new, "webhooks");
    for old in operations(documents.old, "webhooks") {
        let name = format!("webhook {} {}", old.method.to_uppercase(), old.path);
        let new = now
            .iter()
            .find(|new| new.method == old.method && new.path == old.path);
        sent(
            documents,
            old.operation,
            new.map(|new| new.operation),
            &name,
            changes,
        );
    }
}

/// Each callback by its name and method; the address is an expression, which may be written otherwise.
fn callbacks(
    documents: Documents<'_>,
    (old, new): (&Value, &Value),
    operation: &str,
    changes: &mut Vec<Change>,
) {
    for (callback, old) in entries(old, "callbacks") {
        let now = new.get("callbacks").and_then(|all| all.get(callback));
        let now = now.map(|now| methods(documents.new, resolved(documents.new, now)));
        for old in methods(documents.old, resolved(documents.old, old)) {
            let name = format!("{operation}, callback {callback}");
            let new = now.iter().flatten().find(|new| new.method == old.method);
            sent(
                documents,
                old.operation,
                new.map(|new| new.operation),
                &name,
                changes,
            );
        }
    }
}

fn sent(documents: Documents<'_>, old: &Value, new: Option<&Value>, name: &str, changes: &mut Vec<Change>) {
    let mut notes = Notes {
        operation: name,
        changes,
    };
    match new {
        Some(new) => outgoing::compare(documents, (old, new), &mut notes),
        None => notes.breaking("it is no longer sent"),
    }
}

fn deprecation((old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    let is_deprecated = |operation: &Value| operation.get("deprecated") == Some(&Value::Bool(true));
    if is_deprecated(new) && !is_deprecated(old) {
        notes.compatible("it is deprecated");
    }
}

fn operations<'a>(document: &'a Value, kind: &str) -> Vec<Found<'a>> {
    document
        .get(kind)
        .map_or_else(Vec::new, |items| methods(document, items))
}

/// The operations of path items, each under its path.
fn methods<'a>(document: &'a Value, items: &'a Value) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for (path, item) in items.as_object().into_iter().flatten() {
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
pub(super) fn shape(path: &str) -> String {
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
