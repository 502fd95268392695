//! A JSON value that holds others: lists, sets, tuples, maps.

use serde_json::Value;

use super::constrain::{Holder, at_most, number_of_items};
use super::items::items;
use super::json::{inside, value};
use super::text::text;
use super::whole::Whole;
use super::words::mistake;
use super::{integer, missing};
use crate::error::{Loc, ValidationError};
use crate::schema::{Constraints, Shape, ShapeOf};

/// Adds what is wrong with a list or a set, and with its items.
pub fn list(
    input: &Value,
    item: &Shape,
    set: bool,
    constraints: &Constraints,
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Value::Array(entries) = input else {
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
    let here = loc.clone();
    let look = |index: usize, errors: &mut Vec<ValidationError>| {
        inside(loc, index.into(), |loc| {
            value(&entries[index], item, &Constraints::NONE, loc, errors);
        });
        &entries[index]
    };
    items(entries.len(), look, set, constraints, &here, input, errors);
    None
}

/// Adds what is wrong with a tuple, and with its items.
pub fn tuple(
    input: &Value,
    items: &[ShapeOf],
    loc: &mut Vec<Loc>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Value::Array(entries) = input else {
        let msg = "Input should be a valid tuple";
        return Some(mistake("tuple_type", loc, msg, input.clone()));
    };
    if entries.len() > items.len() {
        let most = Constraints {
            max_items: Some(items.len()),
            ..Constraints::NONE
        };
        return at_most(Holder::Tuple, entries.len(), &most, loc, input);
    }
    for (index, item) in items.iter().enumerate() {
        inside(loc, index.into(), |loc| match entries.get(index) {
            Some(entry) => value(entry, &item(), &Constraints::NONE, loc, errors),
            None => errors.push(missing(loc, input.clone())),
        });
    }
    None
}

/// Adds what is wrong with a map, with its keys, and with their values.
pub fn map(
    input: &Value,
    key: &Shape,
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
    let before = errors.len();
    for (name, entry) in entries {
        inside(loc, name.clone().into(), |loc| {
            inside(loc, "[key]".into(), |loc| {
                errors.extend(self::key(name, key, loc));
            });
            value(entry, shape, &Constraints::NONE, loc, errors);
        });
    }
    if errors.len() > before {
        return None;
    }
    number_of_items(Holder::Dictionary, entries.len(), constraints, loc, input)
}

/// What is wrong with a key. serde reads a number from it as it stands in JSON, without spaces or zeros before it.
fn key(name: &str, shape: &Shape, loc: &[Loc]) -> Option<ValidationError> {
    let spelled = || Whole::parse(name).and_then(Whole::spelled);
    let is_plain = || spelled().is_none_or(|plain| plain == name);
    match shape {
        Shape::Integer { .. } if !is_plain() => Some(integer::unparsable(name, loc)),
        Shape::Format(_) | Shape::Choice(_) => self_described(name, shape, loc),
        _ => text(name, shape, &Constraints::NONE, loc),
    }
}

/// A key that is a text in JSON too.
fn self_described(name: &str, shape: &Shape, loc: &[Loc]) -> Option<ValidationError> {
    let mut errors = Vec::new();
    value(
        &name.into(),
        shape,
        &Constraints::NONE,
        &mut loc.to_vec(),
        &mut errors,
    );
    errors.pop()
}
