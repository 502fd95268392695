//! Shapes as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks.

use serde_json::{Map, Value, json};

use super::{
    Bound, Choice, Components, Constraints, Direction, Examples, Field, Format, Object, Shape, ShapeOf,
    TypeName,
};

/// The JSON Schema of a shape with the constraints of its place; named types go to the components.
pub fn json_schema(shape: &Shape, constraints: &Constraints, components: &mut Components) -> Value {
    let mut schema = match plain(shape, components) {
        Value::Object(schema) => schema,
        other => return other,
    };
    constrain(constrained(&mut schema), shape, constraints);
    Value::Object(schema)
}

/// Where the constraints stand: with the first alternative, which is the value that may be absent or the number that
/// may be a text.
fn constrained(schema: &mut Map<String, Value>) -> &mut Map<String, Value> {
    if !matches!(
        schema.get("anyOf").and_then(|any| any.get(0)),
        Some(Value::Object(_))
    ) {
        return schema;
    }
    match schema.get_mut("anyOf").and_then(|any| any.get_mut(0)) {
        Some(Value::Object(first)) => constrained(first),
        _ => unreachable!("it has just been seen"),
    }
}

fn plain(shape: &Shape, components: &mut Components) -> Value {
    let mut of = |shape: &Shape| json_schema(shape, &Constraints::NONE, components);
    match shape {
        Shape::Any => json!({}),
        Shape::Null => json!({ "type": "null" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Integer { min, max } => integer(*min, *max),
        Shape::Number { .. } => json!({ "type": "number" }),
        Shape::Text => json!({ "type": "string" }),
        Shape::Char => json!({ "type": "string", "minLength": 1, "maxLength": 1 }),
        Shape::List { item, set: false } => json!({ "items": of(&item()), "type": "array" }),
        Shape::List { item, set: true } => {
            json!({ "items": of(&item()), "type": "array", "uniqueItems": true })
        }
        Shape::Tuple(items) => tuple(items, components),
        Shape::Format(format) => self::format(format),
        Shape::Map { key, value } => map(&key(), &value(), components),
        Shape::Nullable(inner) => json!({ "anyOf": [of(&inner()), { "type": "null" }] }),
        Shape::Object(model) => named(&model.name, components, |components| object(model, components)),
        Shape::Union(union) => named(&union.name, components, |components| {
            super::union::describe(union, components)
        }),
        Shape::Choice(choice) => named(&choice.name, components, |_| names(choice)),
    }
}

fn named(
    name: &TypeName,
    components: &mut Components,
    describe: impl FnOnce(&mut Components) -> Value,
) -> Value {
    components.reference(&name.path(), &name.shown(), describe)
}

fn tuple(items: &[ShapeOf], components: &mut Components) -> Value {
    let each: Vec<Value> = items
        .iter()
        .map(|item| json_schema(&item(), &Constraints::NONE, components))
        .collect();
    let count = items.len();
    json!({ "prefixItems": each, "type": "array", "minItems": count, "maxItems": count })
}

/// A text, or a number where the format may be written as one.
fn format(format: &Format) -> Value {
    let mut schema = Map::new();
    schema.insert("type".into(), "string".into());
    if let Some(name) = format.name {
        schema.insert("format".into(), name.into());
    }
    if let Some(pattern) = format.pattern {
        schema.insert("pattern".into(), pattern.into());
    }
    let (least, most) = format.lengths;
    for (word, count) in [("minLength", least), ("maxLength", most)] {
        if let Some(count) = count {
            schema.insert(word.into(), count.into());
        }
    }
    if let Some((least, most)) = format.numbers {
        let number = json!({ "type": "number", "exclusiveMinimum": least, "exclusiveMaximum": most });
        return json!({ "anyOf": [number, schema] });
    }
    schema.into()
}

fn map(key: &Shape, value: &Shape, components: &mut Components) -> Value {
    let mut schema = Map::new();
    let values = json_schema(value, &Constraints::NONE, components);
    schema.insert("additionalProperties".into(), values);
    schema.insert("type".into(), "object".into());
    // The keys of JSON are texts, so the schema of a number says nothing true of them.
    let names = match key {
        Shape::Format(Format { numbers: None, .. }) | Shape::Choice(_) => Some(key),
        _ => None,
    };
    if let Some(names) = names {
        let names = json_schema(names, &Constraints::NONE, components);
        schema.insert("propertyNames".into(), names);
    }
    schema.into()
}

/// The limits stand there as far as a number of JSON can hold them here; a `format` alone forbids nothing (OpenAPI 3.1,
/// section 4.4).
fn integer(min: i128, max: u128) -> Value {
    let mut schema = Map::new();
    schema.insert("type".into(), "integer".into());
    if let Ok(min) = i64::try_from(min) {
        schema.insert("minimum".into(), min.into());
    }
    if let Ok(max) = u64::try_from(max) {
        schema.insert("maximum".into(), max.into());
    }
    let name = match u64::try_from(max) {
        Ok(0x7fff_ffff_ffff_ffff) => "int64",
        Ok(u64::MAX) => "uint64",
        _ => return schema.into(),
    };
    schema.insert("format".into(), name.into());
    schema.into()
}

/// The schema of a struct.
pub fn object(model: &Object, components: &mut Components) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in &model.all_fields() {
        properties.insert(field.name.to_owned(), property(field, components));
        let is_there = match components.direction() {
            Direction::Input => field.required,
            Direction::Output => field.required || field.always_sent,
        };
        if is_there {
            required.push(field.name);
        }
    }
    let mut schema = Map::new();
    schema.insert("properties".into(), properties.into());
    schema.insert("type".into(), "object".into());
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    if model.closed {
        schema.insert("additionalProperties".into(), false.into());
    }
    schema.insert("title".into(), model.name.shown().into());
    describe(&mut schema, model.doc);
    exemplify(&mut schema, model.examples);
    schema.into()
}

/// The schema of a property: all that is said of a field.
pub fn property(field: &Field, components: &mut Components) -> Value {
    let mut schema = titled(field, components);
    describe(&mut schema, field.doc);
    give(&mut schema, field);
    if field.deprecated {
        schema.insert("deprecated".into(), true.into());
    }
    schema.into()
}

/// The schema of a field that is a parameter: its description stands beside it, and a text is never `null`.
pub fn parameter_schema(field: &Field, components: &mut Components) -> Value {
    let mut schema = match (field.shape)() {
        Shape::Nullable(inner) => titled(
            &Field {
                shape: inner,
                ..*field
            },
            components,
        ),
        _ => titled(field, components),
    };
    give(&mut schema, field);
    schema.into()
}

fn titled(field: &Field, components: &mut Components) -> Map<String, Value> {
    let mut schema = match json_schema(&(field.shape)(), &field.constraints, components) {
        Value::Object(schema) => schema,
        _ => Map::new(),
    };
    if !field.title.is_empty() {
        schema.insert("title".into(), field.title.into());
    }
    schema
}

/// Adds what a field is when it is absent, and what it may be.
fn give(schema: &mut Map<String, Value>, field: &Field) {
    if let Some(default) = field.default {
        schema.insert("default".into(), default());
    }
    exemplify(schema, field.examples);
}

fn names(choice: &Choice) -> Value {
    let mut schema = Map::new();
    schema.insert("type".into(), "string".into());
    schema.insert("enum".into(), choice.names.into());
    schema.insert("title".into(), choice.name.shown().into());
    describe(&mut schema, choice.doc);
    exemplify(&mut schema, choice.examples);
    schema.into()
}

fn describe(schema: &mut Map<String, Value>, doc: &str) {
    if !doc.is_empty() {
        schema.insert("description".into(), doc.into());
    }
}

/// Adds examples, if there are any.
pub fn exemplify(schema: &mut Map<String, Value>, examples: Option<Examples>) {
    if let Some(examples) = examples {
        schema.insert("examples".into(), examples().into());
    }
}

/// Adds a limit that may be reached and one that may not. The type has a limit of its own, which stays where it is
/// narrower, and goes where the limit that may not be reached says as much.
fn limit(
    schema: &mut Map<String, Value>,
    (reached, excluded): (&str, &str),
    (may_be, must_not_be): (Option<Bound>, Option<Bound>),
    is_narrower: fn(f64, f64) -> bool,
) {
    let own = |schema: &Map<String, Value>| schema.get(reached).and_then(Value::as_f64);
    if let Some(bound) = may_be
        && own(schema).is_none_or(|own| !is_narrower(own, bound.as_f64()))
    {
        schema.insert(reached.into(), bound.to_value());
        let beyond = schema.get(excluded).and_then(Value::as_f64);
        if beyond.is_some_and(|own| !is_narrower(own, bound.as_f64())) {
            schema.shift_remove(excluded);
        }
    }
    if let Some(bound) = must_not_be {
        schema.insert(excluded.into(), bound.to_value());
        if own(schema).is_some_and(|own| !is_narrower(own, bound.as_f64())) {
            schema.shift_remove(reached);
        }
    }
}

fn constrain(schema: &mut Map<String, Value>, shape: &Shape, constraints: &Constraints) {
    let lower = ("minimum", "exclusiveMinimum");
    limit(schema, lower, (constraints.ge, constraints.gt), |own, said| {
        own > said
    });
    let upper = ("maximum", "exclusiveMaximum");
    limit(schema, upper, (constraints.le, constraints.lt), |own, said| {
        own < said
    });
    if let Some(of) = constraints.multiple_of {
        schema.insert("multipleOf".into(), of.to_value());
    }
    let (min_items, max_items) = words_for_counts(shape);
    let counts = [
        ("minLength", constraints.min_length),
        ("maxLength", constraints.max_length),
        (min_items, constraints.min_items),
        (max_items, constraints.max_items),
    ];
    for (word, count) in counts {
        if let Some(count) = count {
            schema.insert(word.into(), count.into());
        }
    }
    if let Some(pattern) = constraints.pattern {
        schema.insert("pattern".into(), pattern.source.into());
    }
    if constraints.unique_items {
        schema.insert("uniqueItems".into(), true.into());
    }
}

/// The items of an object are its properties.
fn words_for_counts(shape: &Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Nullable(inner) => words_for_counts(&inner()),
        Shape::Map { .. } => ("minProperties", "maxProperties"),
        _ => ("minItems", "maxItems"),
    }
}
