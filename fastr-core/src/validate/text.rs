//! A piece of text against the shape it should have: what is wrong with it.

use serde_json::Value;

use super::constrain;
use super::words::{choices, mistake, mistake_with};
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints, Scalar, Shape, as_kept};

/// What is wrong with a text, or nothing when it has the shape and keeps the constraints.
pub fn text(text: &str, shape: &Shape, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    let input = || Value::from(text);
    match shape {
        Shape::Nullable(inner) => self::text(text, &inner(), constraints, loc),
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
            None => Some(mistake(
                "float_parsing",
                loc,
                "Input should be a valid number, unable to parse string as a number",
                input(),
            )),
            Some(value) => {
                let value = Bound::Number(as_kept(value, *single));
                constrain::number(value, constraints, loc, &input())
            }
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

/// The limits of an integer's type, worded as limits that were written.
pub fn range(value: i128, min: i128, max: u128, loc: &[Loc], input: &Value) -> Option<ValidationError> {
    let most = i128::try_from(max).unwrap_or(i128::MAX);
    let limits = Constraints {
        ge: Some(Bound::Integer(min)),
        le: Some(Bound::Integer(most)),
        ..Constraints::NONE
    };
    if limits.allow_integer(value) {
        return None;
    }
    let (kind, word, sentence, limit) = if value < min {
        (
            "greater_than_equal",
            "ge",
            "greater than or equal to",
            Bound::Integer(min),
        )
    } else {
        (
            "less_than_equal",
            "le",
            "less than or equal to",
            Bound::Integer(most),
        )
    };
    let msg = format!(
        "Input should be {sentence} {}",
        if value < min { min } else { most }
    );
    Some(mistake_with(
        kind,
        loc,
        msg,
        input.clone(),
        [(word, limit.to_value())],
    ))
}
