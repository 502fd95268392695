//! One operation in the document.

use serde_json::{Map, Value};

use super::settings::{Naming, OperationName};
use super::{body, extra, parameters, responses};
use crate::error::{ErrorStyle, StartupError};
use crate::route::{Method, Operation, template};
use crate::schema::Components;

/// The id of an operation: the one that was given, or one made by the application's way or else by FastAPI's.
pub fn id(operation: &Operation, method: Method, naming: Option<&Naming>) -> String {
    let verb = method.name().to_ascii_lowercase();
    let path = template(operation.path);
    match (operation.documentation.operation_id, naming) {
        (Some(id), _) if operation.methods.len() == 1 => id.to_owned(),
        (Some(id), _) => format!("{id}_{verb}"),
        (None, Some(Naming(make))) => make(OperationName {
            function: operation.name,
            module: operation.module,
            method: method.name(),
            path: &path,
            tags: operation.documentation.tags,
        }),
        (None, None) => {
            let path = path.replace(|letter: char| !letter.is_alphanumeric(), "_");
            format!("{}{path}_{verb}", operation.name)
        }
    }
}

/// The Operation Object.
///
/// # Errors
///
/// When its `openapi_extra` is no object.
pub fn describe(
    operation: &Operation,
    id: String,
    errors: ErrorStyle,
    components: &mut Components,
) -> Result<Value, StartupError> {
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
    let responses = components.sent(|components| responses::describe(operation, errors, components));
    object.insert("responses".into(), responses);
    if words.deprecated {
        object.insert("deprecated".into(), true.into());
    }
    if let Some(said) = words.openapi_extra {
        let Value::Object(said) = said() else {
            return Err(StartupError::Document(format!(
                "the `openapi_extra` of `{}` ({}) is no object; give one, such as `json!({{ \"x-key\": 1 }})`",
                operation.name, operation.place
            )));
        };
        extra::merge(&mut object, said);
    }
    Ok(object.into())
}
