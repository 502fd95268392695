//! The request body of one operation in the document.

use serde_json::{Map, Value, json};

use super::parameters::schema;
use crate::route::{BodyUse, Method, Operation, Parameter};
use crate::schema::{Components, Object, Shape, property};

/// The Request Body Object, if the operation has a use for a body.
pub fn describe(operation: &Operation, components: &mut Components) -> Option<Value> {
    let parts: Vec<&Parameter> = operation
        .parameters
        .iter()
        .filter(|parameter| {
            !matches!(
                parameter.body,
                BodyUse::Unread | BodyUse::Stream | BodyUse::Socket
            )
        })
        .collect();
    let Some(first) = parts.first() else {
        return stream_body(operation);
    };
    let form = first.body != BodyUse::Json;
    let whole = !Parameter::embedded(operation.parameters) && (!form || is_model(first)) && parts.len() == 1;
    let schema = if whole {
        part(first, components)
    } else {
        object(&parts, components)
    };
    let media_type = if Parameter::files(operation.parameters) > 0 {
        "multipart/form-data"
    } else if form {
        "application/x-www-form-urlencoded"
    } else {
        "application/json"
    };
    let mut body = json!({ "content": { media_type: { "schema": schema } } });
    if parts.iter().any(|part| is_required(part)) {
        body["required"] = true.into();
    }
    Some(body)
}

/// A model from a form is required as soon as one of its fields is.
fn is_required(parameter: &Parameter) -> bool {
    let fields = match parameter.shape.map(|shape| shape()) {
        Some(Shape::Object(model)) if parameter.body != BodyUse::Json => model.all_fields(),
        _ => Vec::new(),
    };
    parameter.required || fields.iter().any(|field| field.required)
}

fn is_model(parameter: &Parameter) -> bool {
    parameter
        .shape
        .is_some_and(|shape| matches!(shape(), Shape::Object(_)))
}

fn part(parameter: &Parameter, components: &mut Components) -> Value {
    let shape = shape_of(parameter);
    let mut part = match parameter.body {
        BodyUse::Upload | BodyUse::Bytes => file(&shape, parameter),
        _ => schema(&shape, &parameter.details, components),
    };
    if parameter.required {
        filled(parameter.body, &shape, &mut part);
    }
    if !parameter.details.description.is_empty() {
        part["description"] = parameter.details.description.into();
    }
    if parameter.details.deprecated {
        part["deprecated"] = true.into();
    }
    part
}

/// An empty text of a form is an absent one, as in FastAPI, and an empty list cannot be written: where a part has to be
/// there, neither will do. A file may be empty.
fn filled(body: BodyUse, shape: &Shape, part: &mut Value) {
    let least = match (body, shape) {
        (BodyUse::Json, _) => return,
        (_, Shape::List { .. }) => "minItems",
        (BodyUse::Form, Shape::Text) => "minLength",
        _ => return,
    };
    if part[least].as_u64().is_none_or(|least| least == 0) {
        part[least] = 1.into();
    }
}

/// A part of a JSON body that may be absent may be `null` as well.
fn shape_of(parameter: &Parameter) -> Shape {
    let Some(of) = parameter.shape else {
        return Shape::Any;
    };
    let may_be_null =
        parameter.body == BodyUse::Json && !parameter.required && parameter.details.default.is_none();
    match of() {
        shape @ (Shape::Any | Shape::Nullable(_)) => shape,
        _ if may_be_null => Shape::Nullable(of),
        shape => shape,
    }
}

/// The bytes of a file as they are, as FastAPI describes them.
fn file(shape: &Shape, parameter: &Parameter) -> Value {
    let one = json!({ "type": "string", "contentMediaType": "application/octet-stream" });
    if !matches!(shape, Shape::List { .. }) {
        return one;
    }
    let mut list = json!({ "items": one, "type": "array" });
    let constraints = &parameter.details.constraints;
    for (word, count) in [
        ("minItems", constraints.min_items),
        ("maxItems", constraints.max_items),
    ] {
        if let Some(count) = count {
            list[word] = count.into();
        }
    }
    list
}

fn object(parts: &[&Parameter], components: &mut Components) -> Value {
    let mut object = Properties::default();
    for entry in parts {
        match entry.shape.map(|shape| shape()) {
            // The fields of a model stand in the form beside the other names.
            Some(Shape::Object(model)) if entry.body == BodyUse::Form => object.fields(model, components),
            _ => object.parameter(entry, components),
        }
    }
    let mut schema = json!({ "type": "object", "properties": object.properties });
    if !object.required.is_empty() {
        schema["required"] = object.required.into();
    }
    schema
}

#[derive(Default)]
struct Properties {
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl Properties {
    fn parameter(&mut self, entry: &Parameter, components: &mut Components) {
        self.add(entry.name, part(entry, components), entry.required);
    }

    fn fields(&mut self, model: &Object, components: &mut Components) {
        for field in &model.all_fields() {
            self.add(field.name, property(field, components), field.required);
        }
    }

    fn add(&mut self, name: &'static str, property: Value, required: bool) {
        self.properties.insert(name.to_owned(), property);
        if required {
            self.required.push(name);
        }
    }
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
