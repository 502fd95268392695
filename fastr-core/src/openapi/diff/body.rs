//! The request body of an operation.

use serde_json::Value;

use super::schema::{Way, compare as compare_schemas};
use super::{Documents, Notes, entries, resolved};

pub(super) fn compare(documents: Documents<'_>, (old, new): (&Value, &Value), notes: &mut Notes<'_>) {
    let body = |document, operation: &'_ Value| {
        let body = operation.get("requestBody")?;
        Some(resolved(document, body).clone())
    };
    match (body(documents.old, old), body(documents.new, new)) {
        (None, None) => {}
        (Some(_), None) => notes.breaking("the body is gone"),
        (None, Some(new)) if is_required(&new) => notes.breaking("the body is new, and required"),
        (None, Some(_)) => notes.compatible("the body is new"),
        (Some(old), Some(new)) => {
            if is_required(&new) && !is_required(&old) {
                notes.breaking("the body is required, which it was not");
            }
            contents(documents, Way::In, (&old, &new), "the body", notes);
        }
    }
}

fn is_required(body: &Value) -> bool {
    body.get("required") == Some(&Value::Bool(true))
}

/// The media types of a body, and the schema of each.
pub(super) fn contents(
    documents: Documents<'_>,
    way: Way,
    (old, new): (&Value, &Value),
    said: &str,
    notes: &mut Notes<'_>,
) {
    for (media_type, before) in entries(old, "content") {
        let Some(now) = new.get("content").and_then(|content| content.get(media_type)) else {
            notes.breaking(format!("{said} is no longer {media_type}"));
            continue;
        };
        let any = Value::Bool(true);
        let pair = (
            before.get("schema").unwrap_or(&any),
            now.get("schema").unwrap_or(&any),
        );
        compare_schemas(documents, way, pair, said, notes);
    }
    for (media_type, _) in entries(new, "content") {
        let is_new = old
            .get("content")
            .and_then(|content| content.get(media_type))
            .is_none();
        match way {
            _ if !is_new => {}
            Way::In => notes.compatible(format!("{said} can be {media_type}, too")),
            Way::Out => notes.breaking(format!("{said} can be {media_type}, which it could not")),
        }
    }
}
