//! Pieces of text against the shape they should have: what is wrong with them.

use std::borrow::Cow;

use serde_json::Value;

use super::coerce;
use super::constrain;
use super::integer::integer_text;
use super::items::items;
use super::words::{choices, mistake, mistake_with};
use crate::error::{Loc, ValidationError};
<<<<<<< HEAD
use crate::schema::{Constraints, Scalar, Shape};
=======
use crate::schema::{Bound, Constraints, Scalar, Shape, as_kept};
>>>>>>> fuzz

/// What is wrong with a text, or nothing when it has the shape and keeps the constraints.
pub fn text(text: &str, shape: &Shape, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    let input = || Value::from(text);
    match shape {
        Shape::Nullable(inner) => self::text(text, &inner(), constraints, loc),
<<<<<<< HEAD
        Shape::Integer { min, max } => integer_text(text, (*min, *max), constraints, loc),
        Shape::Number => match f64::parse(text) {
=======
        Shape::Integer { min, max } => match whole(text) {
            None => Some(mistake(
                "int_parsing",
                loc,
                "Input should be a valid integer, unable to parse string as an integer",
                input(),
            )),
            Some(value) => range(value, *min, *max, loc, &input())
                .or_else(|| constrain::number(Bound::Integer(value), constraints, loc, &input())),
        },
        Shape::Number { single } => match f64::parse(text) {
>>>>>>> fuzz
            None => Some(mistake(
                "float_parsing",
                loc,
                "Input should be a valid number, unable to parse string as a number",
                input(),
            )),
<<<<<<< HEAD
            Some(value) => constrain::number(value, constraints, loc, &input()),
=======
            Some(value) => {
                let value = Bound::Number(as_kept(value, *single));
                constrain::number(value, constraints, loc, &input())
            }
>>>>>>> fuzz
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
        | Shape::Map { .. }
        | Shape::Object(_) => None,
    }
}

/// A whole number; above the greatest limit that can be written it does not matter how far.
fn whole(text: &str) -> Option<i128> {
    i128::parse(text).or_else(|| u128::parse(text).map(|_| i128::MAX))
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
        Cow::Owned(coerce(&all[index], item))
    };
    items(all.len(), look, set, constraints, loc, &input.into(), errors);
}
