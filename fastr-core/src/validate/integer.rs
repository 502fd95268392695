//! A whole number against the constraints of its place and the limits of its type.

use serde_json::Value;

use super::constrain;
use super::whole::Whole;
use super::words::{mistake, mistake_with};
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints};

/// The least and the greatest value of a type.
pub type Limits = (i128, u128);

/// Python reads no whole number that is longer.
const MOST_DIGITS: usize = 4300;

/// What is wrong with a JSON value.
pub fn value(
    input: &Value,
    limits: Limits,
    constraints: &Constraints,
    loc: &[Loc],
) -> Option<ValidationError> {
    let wrong = |kind, why: &str| {
        let msg = format!("Input should be a valid integer{why}");
        Some(mistake(kind, loc, msg, input.clone()))
    };
    match input {
        Value::Number(number) => match Whole::of_json(number) {
            None => wrong("int_from_float", ", got a number with a fractional part"),
            Some(whole) => of_whole(whole, limits, constraints, loc, input).or_else(|| {
                let is_taken = whole.may_be_written_whole();
                if is_taken { None } else { wrong("int_type", "") }
            }),
        },
        Value::String(text) if Whole::parse(text).is_none() => {
            wrong("int_parsing", ", unable to parse string as an integer")
        }
        _ => wrong("int_type", ""),
    }
}

/// What is wrong with a text from outside JSON, or with the key of a map.
pub fn text(text: &str, limits: Limits, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    match Whole::parse(text) {
        None => Some(unparsable(text, loc)),
        Some(_) if text.trim().len() > MOST_DIGITS => Some(too_long(text, loc)),
        Some(whole) => of_whole(whole, limits, constraints, loc, &text.into()),
    }
}

/// A text that is no whole number.
pub fn unparsable(text: &str, loc: &[Loc]) -> ValidationError {
    let msg = "Input should be a valid integer, unable to parse string as an integer";
    mistake("int_parsing", loc, msg, text.into())
}

fn too_long(text: &str, loc: &[Loc]) -> ValidationError {
    let msg = "Unable to parse input string as an integer, exceeded maximum size";
    mistake("int_parsing_size", loc, msg, text.into())
}

/// First what was asked of the number, then what its type does not hold.
fn of_whole(
    whole: Whole,
    (min, max): Limits,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    constrain::exact(|only| whole.keeps(only), constraints, loc, input)
        .or_else(|| whole.is_below(min).then(|| too_small(min, loc, input)))
        .or_else(|| whole.is_above(max).then(|| too_great(max, loc, input)))
}

fn too_small(min: i128, loc: &[Loc], input: &Value) -> ValidationError {
    let msg = format!("Input should be greater than or equal to {min}");
    let ctx = [("ge", Bound::Integer(min).to_value())];
    mistake_with("greater_than_equal", loc, msg, input.clone(), ctx)
}

fn too_great(max: u128, loc: &[Loc], input: &Value) -> ValidationError {
    let msg = format!("Input should be less than or equal to {max}");
    let shown = u64::try_from(max).map_or_else(|_| max.to_string().into(), Value::from);
    mistake_with("less_than_equal", loc, msg, input.clone(), [("le", shown)])
}
