//! A JSON value against the shape it should have: everything that is wrong with it.

use serde_json::json;

use super::enough::is_enough;
use super::words::{forbidden, mistake, mistake_with, no_bool, no_choice, no_number};
use super::{Step, Way, constrain, holders, integer, missing, text, unexplained};
use crate::decode::json::{Entry, Node, SyntaxMistake, get};
use crate::error::ValidationError;
use crate::schema::{Constraints, Field, Object, Scalar, Shape, as_kept};

/// A body that is no JSON at all, at the offset where reading it stopped.
pub fn invalid_json(source: &'static str, mistake: SyntaxMistake) -> ValidationError {
    let at = Way::of(source, Step::Index(mistake.offset));
    let ctx = [("error", mistake.reason.into())];
    mistake_with("json_invalid", &at, "JSON decode error", &json!({}), ctx)
}

/// Adds to `errors` everything that is wrong with a value.
pub fn value(
    input: &Node<'_>,
    shape: &Shape,
    constraints: &Constraints,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) {
    let one = match shape {
        Shape::Any => None,
        Shape::Null => {
            let is_null = matches!(input, Node::Null);
            (!is_null).then(|| mistake("none_required", at, "Input should be None", input))
        }
        Shape::Nullable(inner) => {
            if !matches!(input, Node::Null) {
                value(input, &inner(), constraints, at, errors);
            }
            None
        }
        Shape::Bool => boolean(input, at),
        Shape::Integer { min, max } => integer::value(input, (*min, *max), constraints, at),
        Shape::Number { single } => number(input, *single, constraints, at),
        Shape::Text => match input {
            Node::Text(text) => constrain::text(text, constraints, at),
            _ => Some(no_text(input, at)),
        },
        Shape::Char => match input {
            Node::Text(text) => text::char(text, at),
            _ => Some(no_text(input, at)),
        },
        Shape::Choice(choice) => {
            let is_one = input.as_text().is_some_and(|name| choice.names.contains(&name));
            (!is_one).then(|| no_choice(choice.names, at, input))
        }
        Shape::Format(format) => super::format::value(input, format, constraints, at),
        Shape::List { item, set } => holders::list(input, &item(), *set, constraints, at, errors),
        Shape::Tuple(items) => holders::tuple(input, items, at, errors),
        Shape::Map { key, value } => holders::map(input, &key(), &value(), constraints, at, errors),
        Shape::Object(model) => object(input, model, None, at, errors),
        Shape::Union(union) => super::union::value(input, union, at, errors),
    };
    errors.extend(one);
}

fn boolean(input: &Node<'_>, at: &Way<'_>) -> Option<ValidationError> {
    let is_near = match input {
        Node::Bool(_) => return None,
        // What pydantic takes for a `bool`, or not even for a badly written one.
        Node::Text(text) => bool::parse(text).is_some(),
        Node::Number(number) => {
            let number = number.as_f64();
            matches!(number, 0.0 | 1.0) || number.fract().abs() > 0.0
        }
        _ => true,
    };
    Some(if is_near {
        mistake("bool_type", at, "Input should be a valid boolean", input)
    } else {
        no_bool(at, input)
    })
}

fn number(
    input: &Node<'_>,
    single: bool,
    constraints: &Constraints,
    at: &Way<'_>,
) -> Option<ValidationError> {
    match input {
        Node::Number(number) => match as_kept(number.as_f64(), single) {
            number if number.is_finite() => constrain::number(number, constraints, at, input),
            _ => Some(mistake(
                "finite_number",
                at,
                "Input should be a finite number",
                input,
            )),
        },
        Node::Text(text) if f64::parse(text).is_none() => Some(no_number(at, input)),
        _ => Some(mistake("float_type", at, "Input should be a valid number", input)),
    }
}

fn no_text(input: &Node<'_>, at: &Way<'_>) -> ValidationError {
    mistake("string_type", at, "Input should be a valid string", input)
}

/// Something else where an object should be.
pub fn no_object(input: &Node<'_>, at: &Way<'_>) -> ValidationError {
    let msg = "Input should be a valid dictionary or object to extract fields from";
    mistake("model_attributes_type", at, msg, input)
}

/// Adds what is wrong with an object. `tag` is the key of a union around it, which is no field.
pub fn object(
    input: &Node<'_>,
    model: &Object,
    tag: Option<&str>,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Some(entries) = input.as_object() else {
        return Some(no_object(input, at));
    };
    let before = errors.len();
    model.each_field(&mut |field| {
        of_field(field, entries, input, &at.to(Step::Name(field.name)), errors);
    });
    if model.closed {
        let is_known = |key: &str| tag == Some(key) || model.has_field(key);
        for (key, entry) in entries.iter().filter(|(key, _)| !is_known(key)) {
            if is_enough(errors) {
                break;
            }
            errors.push(forbidden(&at.to(Step::Key(key)), entry));
        }
    }
    let broken = model
        .rule
        .filter(|_| errors.len() == before)
        .and_then(|rule| rule(&input.to_json()));
    broken.map(|reason| unexplained(at, &reason, input))
}

fn of_field(
    field: &Field,
    entries: &[Entry<'_>],
    input: &Node<'_>,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) {
    let Some(entry) = get(entries, field.name) else {
        if field.required {
            errors.push(missing(at, input));
        }
        return;
    };
    let before = errors.len();
    value(entry, &(field.shape)(), &field.constraints, at, errors);
    let broken = field
        .rule
        .filter(|_| errors.len() == before)
        .and_then(|rule| rule(&entry.to_json()));
    errors.extend(broken.map(|reason| unexplained(at, &reason, entry)));
}
