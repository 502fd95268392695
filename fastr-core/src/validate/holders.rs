//! A JSON value that holds others: lists, sets, tuples, maps.

use std::borrow::Cow;

use super::constrain::{Holder, at_most, number_of_items};
use super::enough::is_enough;
use super::items::Items;
use super::json::value;
use super::text::text;
use super::whole::Whole;
use super::words::mistake;
use super::{Step, Way, integer, missing};
use crate::decode::json::Node;
use crate::error::ValidationError;
use crate::schema::{Constraints, Shape, ShapeOf};

/// Adds what is wrong with a list or a set, and with its items.
pub fn list(
    input: &Node<'_>,
    item: &Shape,
    set: bool,
    constraints: &Constraints,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Node::List(entries) = input else {
        let (kind, msg) = if set {
            ("set_type", "Input should be a valid set")
        } else {
            ("list_type", "Input should be a valid list")
        };
        return Some(mistake(kind, at, msg, input));
    };
    let items = Items {
        input,
        count: entries.len(),
        set,
        constraints,
        at,
    };
    let look = |index: usize, errors: &mut Vec<ValidationError>| {
        let at = at.to(Step::Index(index));
        value(&entries[index], item, &Constraints::NONE, &at, errors);
    };
    items.look(look, |index| entries[index].to_value(), errors);
    None
}

/// Adds what is wrong with a tuple, and with its items.
pub fn tuple(
    input: &Node<'_>,
    items: &[ShapeOf],
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Node::List(entries) = input else {
        let msg = "Input should be a valid tuple";
        return Some(mistake("tuple_type", at, msg, input));
    };
    if entries.len() > items.len() {
        let most = Constraints {
            max_items: Some(items.len()),
            ..Constraints::NONE
        };
        return at_most(Holder::Tuple, entries.len(), &most, at, input);
    }
    for (index, item) in items.iter().enumerate() {
        let at = at.to(Step::Index(index));
        match entries.get(index) {
            Some(entry) => value(entry, &item(), &Constraints::NONE, &at, errors),
            None => errors.push(missing(&at, input)),
        }
    }
    None
}

/// Adds what is wrong with a map, with its keys, and with their values.
pub fn map(
    input: &Node<'_>,
    key: &Shape,
    shape: &Shape,
    constraints: &Constraints,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) -> Option<ValidationError> {
    let Some(entries) = input.as_object() else {
        let msg = "Input should be a valid dictionary";
        return Some(mistake("dict_type", at, msg, input));
    };
    let before = errors.len();
    for (name, entry) in entries {
        if is_enough(errors) {
            break;
        }
        let at = at.to(Step::Key(name));
        errors.extend(self::key(name, key, &at.to(Step::Name("[key]"))));
        value(entry, shape, &Constraints::NONE, &at, errors);
    }
    if errors.len() > before {
        return None;
    }
    number_of_items(Holder::Dictionary, entries.len(), constraints, at, input)
}

/// What is wrong with a key. serde reads a number from it as it stands in JSON, without spaces or zeros before it.
fn key(name: &str, shape: &Shape, at: &Way<'_>) -> Option<ValidationError> {
    let spelled = || Whole::parse(name).and_then(Whole::spelled);
    let is_plain = || spelled().is_none_or(|plain| plain == name);
    match shape {
        Shape::Integer { .. } if !is_plain() => Some(integer::unparsable(name, at)),
        Shape::Format(_) | Shape::Choice(_) => self_described(name, shape, at),
        _ => text(name, shape, &Constraints::NONE, at),
    }
}

/// A key that is a text in JSON too.
fn self_described(name: &str, shape: &Shape, at: &Way<'_>) -> Option<ValidationError> {
    let mut errors = Vec::new();
    let name = Node::Text(Cow::Borrowed(name));
    value(&name, shape, &Constraints::NONE, at, &mut errors);
    errors.pop()
}
