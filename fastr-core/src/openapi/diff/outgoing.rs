//! Requests that the program sends, webhooks and callbacks: here the client is the one who answers.

use serde_json::Value;

use super::body::contents;
use super::parameters::{Found, parameters};
use super::responses::named;
use super::schema::{Way, compare as compare_schemas};
use super::{Documents, Notes, entries, resolved};

/// What was sent has to come as before, and what was answered has to be understood.
pub(super) fn compare(documents: Documents<'_>, (old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    sent_parameters(documents, (old, new), notes);
    sent_body(documents, (old, new), notes);
    answers(documents, (old, new), notes);
}

fn sent_parameters(documents: Documents<'_>, (old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    let nothing = Value::Null;
    let now = parameters(documents.new, &nothing, new, "");
    for before in parameters(documents.old, &nothing, old, "") {
        let said = before.says();
        let Some(now) = now.iter().find(|now| now.key == before.key) else {
            notes.breaking(format!("{said} is no longer sent"));
            continue;
        };
        if before.is_required() && !now.is_required() {
            notes.breaking(format!("{said} can be absent"));
        }
        let schema = |found: &Found<'_>| found.parameter.get("schema").cloned();
        if let (Some(old), Some(new)) = (schema(&before), schema(now)) {
            compare_schemas(documents, Way::Out, (&old, &new), &said, notes);
        }
    }
}

fn sent_body(documents: Documents<'_>, (old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    match (old.get("requestBody"), new.get("requestBody")) {
        (None, _) => {}
        (Some(_), None) => notes.breaking("the body is no longer sent"),
        (Some(old), Some(new)) => {
            let pair = (resolved(documents.old, old), resolved(documents.new, new));
            contents(documents, Way::Out, pair, "the body", notes);
        }
    }
}

fn answers(documents: Documents<'_>, (old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    for (status, before) in entries(old, "responses") {
        let said = named(status);
        match new.get("responses").and_then(|responses| responses.get(status)) {
            None => notes.breaking(format!("the answer {said} is no longer understood")),
            Some(now) => {
                let pair = (resolved(documents.old, before), resolved(documents.new, now));
                contents(documents, Way::In, pair, &format!("the body of {said}"), notes);
            }
        }
    }
}
