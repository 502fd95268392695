//! One operation in the document.

use serde_json::{Map, Value};

use super::{body, parameters, responses};
use crate::error::ErrorStyle;
use crate::route::{Method, Operation, template};
use crate::schema::Components;

/// The id of an operation: the one that was given, or one made as FastAPI makes it.
pub fn id(operation: &Operation, method: Method) -> String {
    match operation.documentation.operation_id {
        Some(id) if operation.methods.len() == 1 => id.to_owned(),
        Some(id) => format!("{id}_{}", method.name().to_ascii_lowercase()),
        None => {
            let path: String = template(operation.path)
                .chars()
                .map(|c| if c.is_alphanumeric() { c } else { '_' })
                .collect();
            format!("{}{path}_{}", operation.name, method.name().to_ascii_lowercase())
        }
    }
}

/// The Operation Object.
pub fn describe(operation: &Operation, id: String, errors: ErrorStyle, components: &mut Components) -> Value {
    let words = &operation.documentation;
    let mut object = Map::new();
    if !words.tags.is_empty() {
        object.insert("tags".into(), words.tags.into());
    }
    object.insert("summary".into(), words.summary.into());
    if !words.description.is_empty() {
        object.insert("description".into(), words.description.into());
    }
    object.insert("operationId".into(), id.into());
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .flat_map(|entry| parameters::describe(entry, components))
        .collect();
    if !parameters.is_empty() {
        object.insert("parameters".into(), parameters.into());
    }
    if let Some(body) = body::describe(operation, components) {
        object.insert("requestBody".into(), body);
    }
    object.insert(
        "responses".into(),
        responses::describe(operation, errors, components),
    );
    if words.deprecated {
        object.insert("deprecated".into(), true.into());
    }
    object.into()
}
