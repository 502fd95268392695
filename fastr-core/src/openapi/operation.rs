//! One operation in the document.

use serde_json::{Map, Value, json};

use super::responses;
use crate::route::{BodyUse, Method, Operation, Parameter, Source, template};
use crate::schema::{Components, Constraints, Shape, ShapeOf, json_schema};

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
pub fn describe(operation: &Operation, id: String, components: &mut Components) -> Value {
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
        .filter_map(|entry| parameter(entry, components))
        .collect();
    if !parameters.is_empty() {
        object.insert("parameters".into(), parameters.into());
    }
    if let Some(body) = request_body(operation, components) {
        object.insert("requestBody".into(), body);
    }
    object.insert("responses".into(), responses::describe(operation, components));
    if words.deprecated {
        object.insert("deprecated".into(), true.into());
    }
    object.into()
}

fn parameter(parameter: &Parameter, components: &mut Components) -> Option<Value> {
    let place = match parameter.source {
        Source::Path(_) => "path",
        Source::Query => "query",
        Source::Body | Source::Special => return None,
    };
    let schema = value_schema(parameter.shape?, components);
    Some(json!({ "name": parameter.name, "in": place, "required": parameter.required, "schema": schema }))
}

fn value_schema(shape: ShapeOf, components: &mut Components) -> Value {
    json_schema(&shape(), &Constraints::NONE, components)
}

fn request_body(operation: &Operation, components: &mut Components) -> Option<Value> {
    let bodies: Vec<&Parameter> = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.body == BodyUse::Json)
        .collect();
    let schema = match *bodies {
        [] => return stream_body(operation),
        [only] => value_schema(only.shape.unwrap_or(|| Shape::Any), components),
        _ => embedded(&bodies, components),
    };
    let mut body = json!({ "content": { "application/json": { "schema": schema } } });
    if bodies.iter().any(|body| body.required) {
        body["required"] = true.into();
    }
    Some(body)
}

fn embedded(bodies: &[&Parameter], components: &mut Components) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for body in bodies {
        properties.insert(
            body.name.to_owned(),
            value_schema(body.shape.unwrap_or(|| Shape::Any), components),
        );
        if body.required {
            required.push(body.name);
        }
    }
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

/// A `Request` parameter takes anything; a method that has no use for a body is not said to have one.
fn stream_body(operation: &Operation) -> Option<Value> {
    let takes_body = operation
        .methods
        .iter()
        .any(|method| matches!(method, Method::Post | Method::Put | Method::Patch));
    let streams = Parameter::streams(operation.parameters) > 0;
    (takes_body && streams).then(|| json!({ "content": { "*/*": { "schema": {} } } }))
}
