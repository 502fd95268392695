//! Unions as JSON Schema: `oneOf` with a discriminator, or `anyOf`.

use serde_json::{Map, Value, json};

use super::json::{self, exemplify, json_schema};
use super::{Components, Constraints, Object, Shape, Tagging, Union, Variant};

/// The schema of a union; each tagged variant is a component, so that the discriminator can name it.
pub fn describe(union: &Union, components: &mut Components) -> Value {
    let mut schema = Map::new();
    let variants: Vec<Value> = union
        .variants
        .iter()
        .map(|variant| variant_schema(union, variant, components))
        .collect();
    let word = if matches!(union.tagging, Tagging::Untagged) {
        "anyOf"
    } else {
        "oneOf"
    };
    if let Tagging::Internal(tag) | Tagging::Adjacent(tag, _) = union.tagging {
        let named = union.variants.iter().zip(&variants);
        let mapping: Map<String, Value> = named
            .filter_map(|(variant, schema)| Some((variant.name.to_owned(), schema.get("$ref")?.clone())))
            .collect();
        schema.insert(
            "discriminator".into(),
            json!({ "propertyName": tag, "mapping": mapping }),
        );
    }
    schema.insert(word.into(), variants.into());
    schema.insert("title".into(), union.name.shown().into());
    if !union.doc.is_empty() {
        schema.insert("description".into(), union.doc.into());
    }
    exemplify(&mut schema, union.examples);
    schema.into()
}

fn variant_schema(union: &Union, variant: &Variant, components: &mut Components) -> Value {
    let held = variant
        .holds
        .map(|shape| json_schema(&shape(), &Constraints::NONE, components));
    match union.tagging {
        Tagging::Untagged => held.unwrap_or_else(|| json!({ "type": "null" })),
        Tagging::External => match held {
            None => json!({ "const": variant.name, "type": "string" }),
            // The name of the variant is the one key, in what is read as well.
            Some(held) => {
                let mut one = object(&[(variant.name, held)]);
                one["additionalProperties"] = false.into();
                one
            }
        },
        Tagging::Internal(tag) => {
            let tagged = object(&[(tag, constant(variant.name))]);
            let schema = match (held, variant.holds.map(|shape| shape())) {
                (_, Some(Shape::Object(model))) if model.closed => closed(model, tagged, components),
                (Some(held), _) => json!({ "allOf": [held, tagged] }),
                (None, _) => tagged,
            };
            component(union, variant, components, schema)
        }
        Tagging::Adjacent(tag, content) => component(
            union,
            variant,
            components,
            match held {
                None => object(&[(tag, constant(variant.name))]),
                Some(held) => object(&[(tag, constant(variant.name)), (content, held)]),
            },
        ),
    }
}

fn constant(name: &str) -> Value {
    json!({ "const": name, "type": "string" })
}

fn object(properties: &[(&str, Value)]) -> Value {
    let required: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> = properties
        .iter()
        .map(|(name, schema)| ((*name).to_owned(), schema.clone()))
        .collect();
    json!({ "properties": properties, "type": "object", "required": required })
}

/// A model that allows no other key does not allow the tag either, so that it cannot stand beside it in `allOf`.
fn closed(model: &Object, mut schema: Value, components: &mut Components) -> Value {
    let own = json::object(model, components);
    for part in ["properties", "required"] {
        match (&mut schema[part], own.get(part)) {
            (Value::Object(all), Some(Value::Object(own))) => all.extend(own.clone()),
            (Value::Array(all), Some(Value::Array(own))) => all.extend(own.clone()),
            _ => {}
        }
    }
    for part in ["additionalProperties", "title", "description"] {
        if let Some(own) = own.get(part) {
            schema[part] = own.clone();
        }
    }
    schema
}

/// The variant under a name of its own: the union's and the variant's.
fn component(union: &Union, variant: &Variant, components: &mut Components, mut schema: Value) -> Value {
    let name = format!("{}_{}", union.name.shown(), variant.name);
    if !variant.doc.is_empty() {
        schema["description"] = variant.doc.into();
    }
    components.reference(&format!("{}#{}", union.name.path(), variant.name), &name, |_| {
        schema
    })
}
