//! The statuses of an operation, and what is sent with each.

use fastr_status::reason_phrase;
use serde_json::Value;

use super::body::contents;
use super::schema::Way;
use super::{Documents, Notes, entries, resolved};

pub(super) fn compare(documents: Documents<'_>, (old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    let find = |operation: &'_ Value, status: &str| operation.get("responses")?.get(status).cloned();
    for (status, before) in entries(old, "responses") {
        let said = named(status);
        let Some(now) = find(new, status) else {
            if is_success(status) {
                notes.breaking(format!("it no longer answers {said}"));
            } else {
                notes.compatible(format!("it no longer answers {said}"));
            }
            continue;
        };
        let pair = (resolved(documents.old, before), resolved(documents.new, &now));
        let body = format!("the body of {said}");
        contents(documents, Way::Out, pair, &body, notes);
        headers(pair, &said, notes);
    }
    for (status, _) in entries(new, "responses") {
        if find(old, status).is_none() {
            arrival(status, old, notes);
        }
    }
}

/// A client treats a status that it does not know as the first of its class, if it knows that one.
fn arrival(status: &str, old: &Value, notes: &mut Notes<'_>) {
    let said = named(status);
    let is_known = |known: &str| known == "default" || known.get(..1) == status.get(..1);
    let class_is_known = entries(old, "responses").any(|(known, _)| is_known(known));
    if class_is_known && !is_success(status) {
        notes.compatible(format!(
            "it can answer {said}, too; a client knows other statuses of that class"
        ));
    } else {
        notes.breaking(format!("it can answer {said}, which it could not"));
    }
}

fn headers((old, new): (&Value, &Value), said: &str, notes: &mut Notes<'_>) {
    for (name, _) in entries(old, "headers") {
        let is_there = entries(new, "headers").any(|(other, _)| other.eq_ignore_ascii_case(name));
        if !is_there {
            notes.breaking(format!("the header `{name}` of {said} is gone"));
        }
    }
}

fn is_success(status: &str) -> bool {
    status.starts_with(['2', '3'])
}

/// The status with its phrase, as far as it has one.
pub(super) fn named(status: &str) -> String {
    let phrase = status.parse().ok().and_then(reason_phrase);
    phrase.map_or_else(|| status.to_owned(), |phrase| format!("{status} {phrase}"))
}
