//! A JSON value against the shape it should have: everything that is wrong with it.

use serde_json::{Map, Value, json};

use super::words::{choices, forbidden, mistake, mistake_with};
use super::{constrain, holders, integer, missing, text, unexplained};
use crate::error::{Loc, ValidationError};
use crate::schema::{Constraints, Field, Object, Scalar, Shape, as_kept};

/// A body that is no JSON at all, at the offset where reading it stopped.
pub fn invalid_json(source: &'static str, offset: usize, reason: &str) -> ValidationError {
    mistake_with(
        "json_invalid",
        &[source.into(), offset.into()],
        "JSON decode error",
        json!({}),
        [("error", reason.into())],
    )
}

/// Adds to `errors` everything that is wrong with a value.
pub fn value(
    input: &Value,
    shape: &Shape,
    constraints: &Constraints,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) {
    let one = match shape {
        Shape::Any => None,
        Shape::Null => {
            (!input.is_null()).then(|| mistake("none_required", loc, "Input should be None", input.clone()))
        }
        Shape::Nullable(inner) => {
            if !input.is_null() {
                value(input, &inner(), constraints, loc, errors);
            }
            None
        }
        Shape::Bool => boolean(input, loc),
        Shape::Integer { min, max } => integer::value(input, (*min, *max), constraints, loc),
        Shape::Number { single } => number(input, *single, constraints, loc),
        Shape::Text => string(input, loc).or_else(|| constrain::text(input.as_str()?, constraints, loc)),
        Shape::Char => string(input, loc).or_else(|| text::char(input.as_str()?, loc)),
        Shape::Choice(choice) => {
            (!input.as_str().is_some_and(|name| choice.names.contains(&name))).then(|| {
                let expected = choices(choice.names);
                mistake_with(
                    "enum",
                    loc,
                    format!("Input should be {expected}"),
                    input.clone(),
                    [("expected", expected.into())],
                )
            })
        }
        Shape::Format(format) => super::format::value(input, format, constraints, loc),
        Shape::List { item, set } => holders::list(input, &item(), *set, constraints, loc, errors),
        Shape::Tuple(items) => holders::tuple(input, items, loc, errors),
        Shape::Map { key, value } => holders::map(input, &key(), &value(), constraints, loc, errors),
        Shape::Object(model) => object(input, model, None, loc, errors),
        Shape::Union(union) => super::union::value(input, union, loc, errors),
    };
    errors.extend(one);
}

fn boolean(input: &Value, loc: &[Loc]) -> Option<ValidationError> {
    match input {
        Value::Bool(_) => None,
        Value::String(_) | Value::Number(_) if !is_bool_to_pydantic(input) => Some(mistake(
            "bool_parsing",
            loc,
            "Input should be a valid boolean, unable to interpret input",
            input.clone(),
        )),
        _ => Some(mistake(
            "bool_type",
            loc,
            "Input should be a valid boolean",
            input.clone(),
        )),
    }
}

/// Whether pydantic takes it for a `bool`, or not even for a badly written one.
fn is_bool_to_pydantic(input: &Value) -> bool {
    match (input, input.as_f64()) {
        (Value::String(text), _) => bool::parse(text).is_some(),
        (_, Some(0.0 | 1.0)) => true,
        (_, number) => number.is_none_or(|number| number.fract().abs() > 0.0),
    }
}

fn number(input: &Value, single: bool, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    match input {
        Value::Number(number) => {
            constrain::number(as_kept(number.as_f64()?, single), constraints, loc, input)
        }
        Value::String(text) if f64::parse(text).is_none() => Some(mistake(
            "float_parsing",
            loc,
            "Input should be a valid number, unable to parse string as a number",
            input.clone(),
        )),
        _ => Some(mistake(
            "float_type",
            loc,
            "Input should be a valid number",
            input.clone(),
        )),
    }
}

fn string(input: &Value, loc: &[Loc]) -> Option<ValidationError> {
    (!input.is_string()).then(|| {
        mistake(
            "string_type",
            loc,
            "Input should be a valid string",
            input.clone(),
        )
    })
}

/// Adds what is wrong with an object. `tag` is the key of a union around it, which is no field.
pub fn object(
    input: &Value,
    model: &Object,
    tag: Option<&str>,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Value::Object(entries) = input else {
        let msg = "Input should be a valid dictionary or object to extract fields from";
        return Some(mistake("model_attributes_type", loc, msg, input.clone()));
    };
    let before = errors.len();
    let known = model.all_fields();
    for field in &known {
        inside(loc, field.name.into(), |loc| {
            of_field(field, entries, input, loc, errors);
        });
    }
    if model.closed {
        let is_known = |key: &str| tag == Some(key) || known.iter().any(|field| field.name == key);
        for (key, entry) in entries.iter().filter(|(key, _)| !is_known(key)) {
            inside(loc, key.clone().into(), |loc| {
                errors.push(forbidden(loc, entry.clone()));
            });
        }
    }
    let broken = model
        .rule
        .filter(|_| errors.len() == before)
        .and_then(|rule| rule(input));
    broken.map(|reason| unexplained(loc, &reason, input.clone()))
}

fn of_field(
    field: &Field,
    entries: &Map<String, Value>,
    input: &Value,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) {
    let Some(entry) = entries.get(field.name) else {
        if field.required {
            errors.push(missing(loc, input.clone()));
        }
        return;
    };
    let before = errors.len();
    value(entry, &(field.shape)(), &field.constraints, loc, errors);
    let broken = field
        .rule
        .filter(|_| errors.len() == before)
        .and_then(|rule| rule(entry));
    errors.extend(broken.map(|reason| unexplained(loc, &reason, entry.clone())));
}

/// Looks one step further down.
pub fn inside(loc: &mut Vec<Loc>, step: Loc, look: impl FnOnce(&mut Vec<Loc>)) {
    loc.push(step);
    look(loc);
    loc.pop();
}
