//! The parameters of an operation.

use serde_json::Value;

use super::schema::{Way, compare as compare_schemas};
use super::{Documents, Notes, resolved};

/// A parameter, and what it is known by: its place, and its name there.
pub(super) struct Found<'a> {
    place: &'a str,
    name: String,
    pub(super) key: String,
    pub(super) parameter: &'a Value,
}

impl Found<'_> {
    pub(super) fn says(&self) -> String {
        format!("the {} parameter `{}`", self.place, self.name)
    }

    pub(super) fn is_required(&self) -> bool {
        self.parameter.get("required") == Some(&Value::Bool(true))
    }
}

pub(super) fn compare(
    documents: Documents<'_>,
    items: (&Value, &Value),
    (old, new): (&Value, &Value),
    (old_path, new_path): (&str, &str),
    notes: &mut Notes<'_>,
) {
    let before = parameters(documents.old, items.0, old, old_path);
    let now = parameters(documents.new, items.1, new, new_path);
    for old in &before {
        let said = old.says();
        let Some(new) = now.iter().find(|new| new.key == old.key) else {
            notes.breaking(format!("{said} is gone"));
            continue;
        };
        if new.is_required() && !old.is_required() {
            notes.breaking(format!("{said} is required, which it was not"));
        }
        if let (Some(old), Some(new)) = (old.parameter.get("schema"), new.parameter.get("schema")) {
            compare_schemas(documents, Way::In, (old, new), &said, notes);
        }
    }
    for new in &now {
        if before.iter().any(|old| old.key == new.key) {
            continue;
        }
        if new.is_required() {
            notes.breaking(format!("{} is new, and required", new.says()));
        } else {
            notes.compatible(format!("{} is new", new.says()));
        }
    }
}

/// The parameters of an operation, those of its path among them.
pub(super) fn parameters<'a>(
    document: &'a Value,
    item: &'a Value,
    operation: &'a Value,
    path: &str,
) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    for holder in [operation, item] {
        let all = holder.get("parameters").and_then(Value::as_array);
        for parameter in all.into_iter().flatten() {
            let parameter = resolved(document, parameter);
            let text = |key: &str| parameter.get(key).and_then(Value::as_str).unwrap_or_default();
            let (place, name) = (text("in"), text("name"));
            let key = match place {
                // What counts in a path is where the parameter stands, not what it is called.
                "path" => format!(
                    "path {:?}",
                    path.find(&format!("{{{name}}}")).map(|at| nth(path, at))
                ),
                "header" => format!("header {}", name.to_ascii_lowercase()),
                _ => format!("{place} {name}"),
            };
            // What the operation says goes before what its path says.
            if !found.iter().any(|other| other.key == key) {
                found.push(Found {
                    place,
                    name: name.to_owned(),
                    key,
                    parameter,
                });
            }
        }
    }
    found
}

/// Which parameter of the path stands there.
fn nth(path: &str, at: usize) -> usize {
    path.get(..at).map_or(0, |before| before.matches('{').count())
}
