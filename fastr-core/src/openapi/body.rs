//! The request body of one operation in the document.

use serde_json::{Map, Value, json};

use super::parameters::schema;
use crate::route::{BodyUse, Method, Operation, Parameter};
use crate::schema::{Components, Shape};

/// The Request Body Object, if the operation has a use for a body.
pub fn describe(operation: &Operation, components: &mut Components) -> Option<Value> {
    let parts: Vec<&Parameter> = operation
        .parameters
        .iter()
        .filter(|parameter| matches!(parameter.body, BodyUse::Json | BodyUse::Form))
        .collect();
    let Some(first) = parts.first() else {
        return stream_body(operation);
    };
    let form = first.body == BodyUse::Form;
    let whole = !Parameter::embedded(operation.parameters) && (!form || is_model(first)) && parts.len() == 1;
    let schema = if whole {
        part(first, components)
    } else {
        object(&parts, components)
    };
    let media_type = if form {
        "application/x-www-form-urlencoded"
    } else {
        "application/json"
    };
    let mut body = json!({ "content": { media_type: { "schema": schema } } });
    if parts.iter().any(|part| part.required) {
        body["required"] = true.into();
    }
    Some(body)
}

fn is_model(parameter: &Parameter) -> bool {
    parameter
        .shape
        .is_some_and(|shape| matches!(shape(), Shape::Object(_)))
}

fn part(parameter: &Parameter, components: &mut Components) -> Value {
    schema(
        &parameter.shape.map_or(Shape::Any, |shape| shape()),
        &parameter.details,
        components,
    )
}

fn object(parts: &[&Parameter], components: &mut Components) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for entry in parts {
        let mut property = part(entry, components);
        if !entry.details.description.is_empty() {
            property["description"] = entry.details.description.into();
        }
        properties.insert(entry.name.to_owned(), property);
        if entry.required {
            required.push(entry.name);
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
