//! Pieces of text against the shape they should have: what is wrong with them.

use std::borrow::Cow;

use super::coerce;
use super::items::Items;
use super::words::{no_bool, no_choice, no_number};
use super::{Step, Way, constrain, integer};
use crate::error::ValidationError;
use crate::schema::{Constraints, Scalar, Shape, as_kept};

/// What is wrong with a text, or nothing when it has the shape and keeps the constraints.
pub fn text(text: &str, shape: &Shape, constraints: &Constraints, at: &Way<'_>) -> Option<ValidationError> {
    match shape {
        Shape::Nullable(inner) => self::text(text, &inner(), constraints, at),
        Shape::Integer { min, max } => integer::text(text, (*min, *max), constraints, at),
        Shape::Format(format) => super::format::text(text, format, constraints, at),
        Shape::Number { single } => match f64::parse(text) {
            None => Some(no_number(at, text)),
            Some(value) => constrain::number(as_kept(value, *single), constraints, at, text),
        },
        Shape::Bool => bool::parse(text).is_none().then(|| no_bool(at, text)),
        Shape::Char => char(text, at),
        Shape::Choice(choice) => {
            let is_one = choice.names.contains(&text);
            (!is_one).then(|| no_choice(choice.names, at, text))
        }
        Shape::Text => constrain::text(text, constraints, at),
        Shape::Any
        | Shape::Null
        | Shape::Union(_)
        | Shape::List { .. }
        | Shape::Tuple(_)
        | Shape::Map { .. }
        | Shape::Object(_) => None,
    }
}

/// What is wrong with a text that should be one character.
pub fn char(text: &str, at: &Way<'_>) -> Option<ValidationError> {
    let one = Constraints {
        min_length: Some(1),
        max_length: Some(1),
        ..Constraints::NONE
    };
    constrain::text(text, &one, at)
}

/// Adds everything that is wrong with texts that are the items of a list or a set.
pub fn texts(
    all: &[Cow<'_, str>],
    item: &Shape,
    set: bool,
    constraints: &Constraints,
    at: &Way<'_>,
    errors: &mut Vec<ValidationError>,
) {
    let items = Items {
        input: all,
        count: all.len(),
        set,
        constraints,
        at,
    };
    let look = |index: usize, errors: &mut Vec<ValidationError>| {
        let at = at.to(Step::Index(index));
        errors.extend(text(&all[index], item, &Constraints::NONE, &at));
    };
    items.look(look, |index| coerce(&all[index], item), errors);
}
