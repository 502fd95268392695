//! The WebSockets: their handshakes, their messages, and the codes with which they are closed.

use serde_json::Value;

use super::operation::shape;
use super::schema::{Way, compare as compare_schemas};
use super::{Change, Documents, Notes, entries, parameters, responses};

pub(super) fn compare(documents: Documents<'_>, changes: &mut Vec<Change>) {
    let has = |document: &Value, path: &str| {
        let mut all = entries(document, "x-websockets");
        all.any(|(other, _)| shape(other) == shape(path))
    };
    for (path, old) in entries(documents.old, "x-websockets") {
        let name = format!("WS {path}");
        let mut notes = Notes {
            operation: &name,
            changes,
        };
        let mut now = entries(documents.new, "x-websockets");
        let Some((now, new)) = now.find(|(other, _)| shape(other) == shape(path)) else {
            notes.breaking("it is gone");
            continue;
        };
        let (pair, nothing) = ((old, new), Value::Null);
        parameters::compare(documents, (&nothing, &nothing), pair, (path, now), &mut notes);
        responses::compare(documents, pair, &mut notes);
        messages(
            documents,
            Way::In,
            pair,
            ("receives", "what it receives"),
            &mut notes,
        );
        messages(documents, Way::Out, pair, ("sends", "what it sends"), &mut notes);
        closes(pair, &mut notes);
    }
    for (path, _) in entries(documents.new, "x-websockets") {
        if !has(documents.old, path) {
            let name = format!("WS {path}");
            let mut notes = Notes {
                operation: &name,
                changes,
            };
            notes.compatible("it is new");
        }
    }
}

/// Messages of which nothing was said may be anything, so nothing is known of a change.
fn messages(
    documents: Documents<'_>,
    way: Way,
    (old, new): (&Value, &Value),
    (key, said): (&str, &str),
    notes: &mut Notes<'_>,
) {
    let (Some(old), Some(new)) = (old.get(key), new.get(key)) else {
        return;
    };
    if old["contentType"] != new["contentType"] {
        let now = new["contentType"].as_str().unwrap_or_default();
        return notes.breaking(format!("{said} is now {now}"));
    }
    compare_schemas(documents, way, (&old["schema"], &new["schema"]), said, notes);
}

/// A code that a client does not know is the end all the same.
fn closes((old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    let has = |socket: &Value, code: &str| socket.get("closes").is_some_and(|all| all.get(code).is_some());
    for (code, _) in entries(old, "closes").filter(|(code, _)| !has(new, code)) {
        notes.compatible(format!("it is no longer closed with {code}"));
    }
    for (code, _) in entries(new, "closes").filter(|(code, _)| !has(old, code)) {
        notes.compatible(format!("it can be closed with {code}, too"));
    }
}
