//! A whole model from texts: each field is a name in the query, the headers, the cookies or a form.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::json::without_place;
use super::texts::Texts;
use super::{Found, misplaced};
use crate::decode::json;
use crate::error::ValidationError;
use crate::route::Parameter;
use crate::schema::{Constraints, Field, Object, Schema, Shape, ShapeOf};
use crate::validate::{self, Step, Way};

/// Reads a model.
pub fn read<T: Schema>(texts: &Texts<'_>, _: &Parameter, errors: &mut Vec<ValidationError>) -> Found<T> {
    let Shape::Object(model) = T::shape() else {
        return Found::Absent;
    };
    let before = errors.len();
    let object = collect(texts, model, errors);
    if errors.len() > before {
        return Found::Wrong;
    }
    match json::from_str::<T>(&object) {
        Ok(value) if value.is_valid() => return Found::Value(value),
        Ok(_) => blame(&T::shape(), &object, texts, errors, "not a valid value"),
        Err(error) => blame(&T::shape(), &object, texts, errors, &without_place(&error)),
    }
    Found::Wrong
}

#[cold]
fn blame(shape: &Shape, object: &str, texts: &Texts<'_>, errors: &mut Vec<ValidationError>, reason: &str) {
    let at = Way::source(texts.name());
    let object = match json::read(object.as_bytes()) {
        Ok(object) => object,
        Err(mistake) => return errors.push(validate::invalid_json(texts.name(), mistake)),
    };
    let before = errors.len();
    validate::value(&object, shape, &Constraints::NONE, &at, errors);
    if errors.len() == before {
        errors.push(validate::unexplained(&at, reason, &object));
    }
}

/// The object of JSON that the texts make.
fn collect(texts: &Texts<'_>, model: &Object, errors: &mut Vec<ValidationError>) -> String {
    let mut entries = Vec::new();
    for field in &model.all_fields() {
        let name = wire_name(texts, field);
        let at = Way::of(texts.name(), Step::Key(&name));
        match field_value(texts, field, &name, &at, errors) {
            Some(json) => entries.push(format!("{}:{json}", Value::from(field.name))),
            None if field.required && !is_blamed(&at, errors) => {
                errors.push(validate::missing(&at, &given(texts, model)));
            }
            None => {}
        }
    }
    if model.closed {
        forbid_others(texts, model, errors);
    }
    format!("{{{}}}", entries.join(","))
}

/// Whether something is wrong there already.
fn is_blamed(at: &Way<'_>, errors: &[ValidationError]) -> bool {
    let loc = at.loc();
    errors.iter().any(|error| error.loc.starts_with(&loc))
}

/// `user_agent` is `user-agent` among the headers.
fn wire_name(texts: &Texts<'_>, field: &Field) -> String {
    match texts {
        Texts::Headers(_) => field.name.replace('_', "-"),
        _ => field.name.to_owned(),
    }
}

fn field_value(
    texts: &Texts<'_>,
    field: &Field,
    name: &str,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<String> {
    let shape = bare(field);
    if misplaced::blame(texts, name, &shape, at, errors) {
        return None;
    }
    match shape {
        Shape::List { item, set } => {
            let all = texts.all(name);
            return list(&all, &item(), set, &field.constraints, at, errors);
        }
        Shape::Tuple(items) => return tuple(&texts.all(name), items, at, errors),
        _ => {}
    }
    let text = texts.one(name)?;
    if let Some(error) = validate::text(&text, &shape, &field.constraints, at) {
        errors.push(error);
        return None;
    }
    Some(validate::coerce(&text, &shape))
}

fn list(
    all: &[Cow<'_, str>],
    item: &Shape,
    set: bool,
    constraints: &Constraints,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<String> {
    if all.is_empty() {
        return None;
    }
    let before = errors.len();
    validate::texts(all, item, set, constraints, at, errors);
    (errors.len() == before).then(|| array(all.iter().map(|text| validate::coerce(text, item))))
}

/// How many there are is looked at when the tuple is decoded.
fn tuple(
    all: &[Cow<'_, str>],
    items: &[ShapeOf],
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<String> {
    if all.is_empty() {
        return None;
    }
    let before = errors.len();
    let mut values = Vec::with_capacity(all.len());
    for (index, text) in all.iter().enumerate() {
        let at = at.to(Step::Index(index));
        let item = items.get(index).map_or(Shape::Any, |item| item());
        errors.extend(validate::text(text, &item, &Constraints::NONE, &at));
        values.push(validate::coerce(text, &item));
    }
    (errors.len() == before).then(|| array(values))
}

/// The list of JSON that the items make.
fn array(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("[{}]", items.join(","))
}

fn forbid_others(texts: &Texts<'_>, model: &Object, errors: &mut Vec<ValidationError>) {
    let known: Vec<String> = model
        .all_fields()
        .iter()
        .map(|field| wire_name(texts, field))
        .collect();
    for (name, value) in given_pairs(texts) {
        if !known.contains(&name) && !validate::is_enough(errors) {
            let at = Way::of(texts.name(), Step::Key(&name));
            errors.push(validate::forbidden(&at, &value));
        }
    }
}

/// What was given, as the `input` of what is missing: the fields first, each as its type would read it.
fn given(texts: &Texts<'_>, model: &Object) -> Value {
    let mut given = Map::new();
    let mut others = given_pairs(texts);
    for field in &model.all_fields() {
        let name = wire_name(texts, field);
        others.shift_remove(&name);
        let value = if let Shape::List { .. } | Shape::Tuple(_) = bare(field) {
            let all = texts.all(&name);
            (!all.is_empty()).then(|| all.into_iter().map(Value::from).collect())
        } else {
            texts.one(&name).map(Value::from)
        };
        given.extend(value.map(|value| (field.name.to_owned(), value)));
    }
    given.extend(others);
    Value::Object(given)
}

/// The shape of a field, whether or not it may be absent.
fn bare(field: &Field) -> Shape {
    let mut shape = (field.shape)();
    while let Shape::Nullable(inner) = shape {
        shape = inner();
    }
    shape
}

/// Each name once, in the order of the request; a name that was given several times has a list.
fn given_pairs(texts: &Texts<'_>) -> Map<String, Value> {
    let mut given: Map<String, Value> = Map::new();
    for (name, value) in texts.pairs() {
        match given.get_mut(&*name) {
            None => {
                given.insert(name.into_owned(), value.into_owned().into());
            }
            Some(Value::Array(several)) => several.push(value.into_owned().into()),
            Some(one) => *one = Value::Array(vec![one.take(), value.into_owned().into()]),
        }
    }
    given
}
