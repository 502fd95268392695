//! Pieces of text against the shape they should have: what is wrong with them.

use std::borrow::Cow;

use serde_json::Value;

use super::coerce;
use super::items::items;
use super::words::{choices, mistake, mistake_with};
use super::{constrain, integer};
use crate::error::{Loc, ValidationError};
use crate::schema::{Constraints, Scalar, Shape, as_kept};

/// What is wrong with a text, or nothing when it has the shape and keeps the constraints.
pub fn text(text: &str, shape: &Shape, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    let input = || Value::from(text);
    match shape {
        Shape::Nullable(inner) => self::text(text, &inner(), constraints, loc),
        Shape::Integer { min, max } => integer::text(text, (*min, *max), constraints, loc),
        Shape::Format(format) => super::format::text(text, format, constraints, loc),
        Shape::Number { single } => match f64::parse(text) {
            None => Some(mistake(
                "float_parsing",
                loc,
                "Input should be a valid number, unable to parse string as a number",
                input(),
            )),
            Some(value) => constrain::number(as_kept(value, *single), constraints, loc, &input()),
        },
        Shape::Bool => bool::parse(text).is_none().then(|| {
            mistake(
                "bool_parsing",
                loc,
                "Input should be a valid boolean, unable to interpret input",
                input(),
            )
        }),
        Shape::Char => char(text, loc),
        Shape::Choice(choice) => (!choice.names.contains(&text)).then(|| {
            let expected = choices(choice.names);
            mistake_with(
                "enum",
                loc,
                format!("Input should be {expected}"),
                input(),
                [("expected", expected.into())],
            )
        }),
        Shape::Text => constrain::text(text, constraints, loc),
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
pub fn char(text: &str, loc: &[Loc]) -> Option<ValidationError> {
    let one = Constraints {
        min_length: Some(1),
        max_length: Some(1),
        ..Constraints::NONE
    };
    constrain::text(text, &one, loc)
}

/// Adds everything that is wrong with texts that are the items of a list or a set.
pub fn texts(
    all: &[Cow<'_, str>],
    item: &Shape,
    set: bool,
    constraints: &Constraints,
    loc: &[Loc],
    errors: &mut Vec<ValidationError>,
) {
    let input: Vec<&str> = all.iter().map(Cow::as_ref).collect();
    let look = |index: usize, errors: &mut Vec<ValidationError>| {
        let loc: Vec<Loc> = loc.iter().cloned().chain([index.into()]).collect();
        let wrong = text(&all[index], item, &Constraints::NONE, &loc);
        errors.extend(wrong);
        coerce(&all[index], item)
    };
    items(all.len(), look, set, constraints, loc, &input.into(), errors);
}
