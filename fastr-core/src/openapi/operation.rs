//! One operation in the document.

use serde_json::{Map, Value};

use super::settings::{Naming, OperationName};
use super::{body, extra, parameters, responses};
use crate::error::StartupError;
use crate::request::ErrorStyle;
use crate::route::{Callback, Method, Operation, template};
use crate::schema::{Components, Direction};

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

/// The Operation Object. What the program asks for goes one way, and its answers the other.
///
/// # Errors
///
/// When its `openapi_extra` is no object, or that of one of its callbacks.
pub fn describe(
    operation: &Operation,
    id: Option<String>,
    errors: ErrorStyle,
    asked: Direction,
    components: &mut Components,
) -> Result<Value, StartupError> {
    let words = &operation.documentation;
    let answered = match asked {
        // What may be left out of a request is just what is left out of a shortened answer.
        Direction::Input if !words.shortened => Direction::Output,
        _ => Direction::Input,
    };
    let mut object = Map::new();
    if !words.tags.is_empty() {
        object.insert("tags".into(), words.tags.into());
    }
    object.insert("summary".into(), words.summary.into());
    if !words.description.is_empty() {
        object.insert("description".into(), words.description.into());
    }
    object.extend(id.map(|id| ("operationId".into(), id.into())));
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .flat_map(|entry| components.going(asked, |components| parameters::describe(entry, components)))
        .collect();
    if !parameters.is_empty() {
        object.insert("parameters".into(), parameters.into());
    }
    if let Some(body) = components.going(asked, |components| body::describe(operation, components)) {
        object.insert("requestBody".into(), body);
    }
    let responses = components.going(answered, |components| {
        responses::describe(operation, errors, asked == Direction::Output, components)
    });
    object.insert("responses".into(), responses);
    if let Some(all) = words.callbacks {
        object.insert("callbacks".into(), callbacks(&all(), errors, components)?);
    }
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

/// The Callback Objects, each under its name. Several operations can lead to one, so that it has no id unless it says
/// one itself.
fn callbacks(
    all: &[&Callback],
    errors: ErrorStyle,
    components: &mut Components,
) -> Result<Value, StartupError> {
    let mut named = Map::new();
    for Callback(operation) in all {
        let operation = operation();
        let mut item = Map::new();
        for &method in operation.methods {
            let given = operation.documentation.operation_id;
            let id = given.map(|_| self::id(operation, method, None));
            let described = describe(operation, id, errors, Direction::Output, components)?;
            item.insert(method.name().to_ascii_lowercase(), described);
        }
        let mut object = Map::new();
        object.insert(template(operation.path), item.into());
        named.insert(operation.name.to_owned(), object.into());
    }
    Ok(named.into())
}
