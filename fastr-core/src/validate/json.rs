//! A JSON value against the shape it should have: everything that is wrong with it.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::words::{choices, forbidden, mistake, mistake_with};
use super::{constrain, missing, text, unexplained};
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints, Field, Object, Shape, as_kept};

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
        Shape::Integer { min, max } => integer(input, *min, *max, constraints, loc),
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
        Shape::List { item, set } => list(input, &item(), *set, constraints, loc, errors),
        Shape::Map { value: shape } => map(input, &shape(), constraints, loc, errors),
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

fn is_bool_to_pydantic(input: &Value) -> bool {
    use crate::schema::Scalar;
    match input {
        Value::String(text) => bool::parse(text).is_some(),
        other => matches!(other.as_f64(), Some(0.0 | 1.0)),
    }
}

fn integer(
    input: &Value,
    min: i128,
    max: u128,
    constraints: &Constraints,
    loc: &[Loc],
) -> Option<ValidationError> {
    use crate::schema::Scalar;
    let wrong = |kind, why: &str| {
        Some(mistake(
            kind,
            loc,
            format!("Input should be a valid integer{why}"),
            input.clone(),
        ))
    };
    match input {
        Value::Number(number) => {
            let whole = number
                .as_i64()
                .map(i128::from)
                .or_else(|| number.as_u64().map(i128::from));
            match whole {
                Some(whole) => text::range(whole, min, max, loc, input)
                    .or_else(|| constrain::number(Bound::Integer(whole), constraints, loc, input)),
                None if number.as_f64().is_some_and(|number| number.fract() != 0.0) => {
                    wrong("int_from_float", ", got a number with a fractional part")
                }
                None => wrong("int_type", ""),
            }
        }
        Value::String(text) if i128::parse(text).is_none() => {
            wrong("int_parsing", ", unable to parse string as an integer")
        }
        _ => wrong("int_type", ""),
    }
}

fn number(input: &Value, single: bool, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    use crate::schema::Scalar;
    match input {
        Value::Number(number) => {
            let value = Bound::Number(as_kept(number.as_f64()?, single));
            constrain::number(value, constraints, loc, input)
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

fn list(
    input: &Value,
    item: &Shape,
    set: bool,
    constraints: &Constraints,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Value::Array(items) = input else {
        let (kind, noun) = if set {
            ("set_type", "set")
        } else {
            ("list_type", "list")
        };
        return Some(mistake(
            kind,
            loc,
            format!("Input should be a valid {noun}"),
            input.clone(),
        ));
    };
    let before = errors.len();
    for (index, entry) in items.iter().enumerate() {
        inside(loc, index.into(), |loc| {
            value(entry, item, &Constraints::NONE, loc, errors);
        });
    }
    if errors.len() > before {
        return None;
    }
    let (kind, count) = if set {
        ("Set", items.iter().collect::<HashSet<_>>().len())
    } else {
        ("List", items.len())
    };
    constrain::items(kind, count, constraints, loc, input)
}

fn map(
    input: &Value,
    shape: &Shape,
    constraints: &Constraints,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Value::Object(entries) = input else {
        return Some(mistake(
            "dict_type",
            loc,
            "Input should be a valid dictionary",
            input.clone(),
        ));
    };
    for (key, entry) in entries {
        inside(loc, key.clone().into(), |loc| {
            value(entry, shape, &Constraints::NONE, loc, errors);
        });
    }
    constrain::items("Dictionary", entries.len(), constraints, loc, input)
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
