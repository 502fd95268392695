//! The parameters of one operation in the document.

use serde_json::{Map, Value, json};

use crate::route::{Details, Parameter, Source};
use crate::schema::{Components, Field, Shape, json_schema, parameter_schema};

/// The Parameter Objects of a parameter: one, or one for each field of a model.
pub fn describe(parameter: &Parameter, components: &mut Components) -> Vec<Value> {
    let place = match parameter.source {
        Source::Path(_) => "path",
        Source::Query => "query",
        Source::Header => "header",
        Source::Cookie => "cookie",
        Source::Body | Source::Form | Source::Special => return Vec::new(),
    };
    let Some(shape) = parameter.shape.filter(|_| !parameter.details.hidden) else {
        return Vec::new();
    };
    match shape() {
        Shape::Object(model) => model
            .all_fields()
            .iter()
            .map(|field| of_field(field, place, components))
            .collect(),
        shape => {
            let mut object = named(parameter.name, place, parameter.required);
            annotate(&mut object, &parameter.details);
            object.insert("schema".into(), schema(&shape, &parameter.details, components));
            vec![object.into()]
        }
    }
}

fn of_field(field: &Field, place: &str, components: &mut Components) -> Value {
    let name = if place == "header" {
        field.name.replace('_', "-")
    } else {
        field.name.to_owned()
    };
    let mut object = named(&name, place, field.required);
    if !field.doc.is_empty() {
        object.insert("description".into(), field.doc.into());
    }
    if field.deprecated {
        object.insert("deprecated".into(), true.into());
    }
    object.insert("schema".into(), parameter_schema(field, components));
    object.into()
}

fn named(name: &str, place: &str, required: bool) -> Map<String, Value> {
    match json!({ "name": name, "in": place, "required": required }) {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

fn annotate(object: &mut Map<String, Value>, details: &Details) {
    if !details.description.is_empty() {
        object.insert("description".into(), details.description.into());
    }
    if details.deprecated {
        object.insert("deprecated".into(), true.into());
    }
}

/// The schema of a parameter's value, with its constraints, default, title and examples.
pub fn schema(shape: &Shape, details: &Details, components: &mut Components) -> Value {
    let mut schema = json_schema(shape, &details.constraints, components);
    if !details.title.is_empty() {
        schema["title"] = details.title.into();
    }
    if let Some(default) = details.default {
        schema["default"] = default();
    }
    if let Some(examples) = details.examples {
        schema["examples"] = examples().into();
    }
    schema
}
