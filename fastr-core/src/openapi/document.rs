//! The whole document.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::operation;
use crate::error::{ErrorStyle, Place, StartupError};
use crate::route::{Operation, template};
use crate::schema::Components;

/// What the document says of the application.
#[derive(Clone, Debug)]
pub struct Info {
    /// Its title.
    pub title: String,
    /// Its version, not that of `OpenAPI`.
    pub version: String,
    /// A text in `CommonMark`.
    pub description: Option<String>,
}

/// The document of these operations.
///
/// # Errors
///
/// When two operations have one id.
pub fn document(
    info: &Info,
    operations: &[&'static Operation],
    errors: ErrorStyle,
) -> Result<Value, StartupError> {
    let mut components = Components::default();
    let mut paths: Map<String, Value> = Map::new();
    let mut ids: HashMap<String, Place> = HashMap::new();
    for operation in operations
        .iter()
        .filter(|operation| operation.documentation.include_in_schema)
    {
        let path = template(operation.path);
        for &method in operation.methods {
            let id = operation::id(operation, method);
            if let Some(first) = ids.insert(id.clone(), operation.place) {
                return Err(StartupError::DuplicateOperationId {
                    id,
                    first,
                    second: operation.place,
                });
            }
            let item = paths.entry(path.clone()).or_insert_with(|| json!({}));
            item[method.name().to_ascii_lowercase()] =
                operation::describe(operation, id, errors, &mut components);
        }
    }
    let mut document = json!({ "openapi": "3.1.0", "info": about(info), "paths": paths });
    let schemas = components.into_schemas();
    if !schemas.is_empty() {
        document["components"] = json!({ "schemas": schemas });
    }
    Ok(document)
}

fn about(info: &Info) -> Value {
    let mut about = json!({ "title": info.title });
    if let Some(description) = &info.description {
        about["description"] = description.as_str().into();
    }
    about["version"] = info.version.as_str().into();
    about
}
