//! A whole number against the constraints of its place and the limits of its type.

use serde::Serialize;
use serde_json::Value;

use super::whole::Whole;
use super::words::{mistake, mistake_with};
use super::{Way, constrain};
use crate::decode::json::Node;
use crate::error::ValidationError;
use crate::schema::{Bound, Constraints};

/// The least and the greatest value of a type.
pub type Limits = (i128, u128);

/// Python reads no whole number that is longer.
const MOST_DIGITS: usize = 4300;

const NO_INTEGER: &str = "Input should be a valid integer";
const FRACTION: &str = "Input should be a valid integer, got a number with a fractional part";
const UNPARSABLE: &str = "Input should be a valid integer, unable to parse string as an integer";
const TOO_LONG: &str = "Unable to parse input string as an integer, exceeded maximum size";

/// What is wrong with a JSON value.
pub fn value(
    input: &Node<'_>,
    limits: Limits,
    constraints: &Constraints,
    at: &Way<'_>,
) -> Option<ValidationError> {
    match input {
        Node::Number(number) => match Whole::of_json(*number) {
            None => Some(mistake("int_from_float", at, FRACTION, input)),
            Some(whole) => of_whole(whole, limits, constraints, at, input).or_else(|| {
                let is_float = !number.is_written_whole();
                is_float.then(|| mistake("int_type", at, NO_INTEGER, input))
            }),
        },
        Node::Text(text) if Whole::parse(text).is_none() => Some(unparsable(text, at)),
        _ => Some(mistake("int_type", at, NO_INTEGER, input)),
    }
}

/// What is wrong with a text from outside JSON, or with the key of a map.
pub fn text(text: &str, limits: Limits, constraints: &Constraints, at: &Way<'_>) -> Option<ValidationError> {
    match Whole::parse(text) {
        None => Some(unparsable(text, at)),
        Some(_) if text.trim().len() > MOST_DIGITS => Some(mistake("int_parsing_size", at, TOO_LONG, text)),
        Some(whole) => of_whole(whole, limits, constraints, at, text),
    }
}

/// A text that is no whole number.
pub fn unparsable(text: &str, at: &Way<'_>) -> ValidationError {
    mistake("int_parsing", at, UNPARSABLE, text)
}

/// First what was asked of the number, then what its type does not hold.
fn of_whole<T: Serialize + ?Sized>(
    whole: Whole,
    (min, max): Limits,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    constrain::exact(|only| whole.keeps(only), constraints, at, input)
        .or_else(|| whole.is_below(min).then(|| too_small(min, at, input)))
        .or_else(|| whole.is_above(max).then(|| too_great(max, at, input)))
}

fn too_small<T: Serialize + ?Sized>(min: i128, at: &Way<'_>, input: &T) -> ValidationError {
    let msg = format!("Input should be greater than or equal to {min}");
    let ctx = [("ge", Bound::Integer(min).to_value())];
    mistake_with("greater_than_equal", at, msg, input, ctx)
}

fn too_great<T: Serialize + ?Sized>(max: u128, at: &Way<'_>, input: &T) -> ValidationError {
    let msg = format!("Input should be less than or equal to {max}");
    let shown = u64::try_from(max).map_or_else(|_| max.to_string().into(), Value::from);
    mistake_with("less_than_equal", at, msg, input, [("le", shown)])
}
