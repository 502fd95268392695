//! A whole number against the constraints of its place and the limits of its type.

use serde_json::Value;

use super::constrain;
use super::words::mistake;
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints, Scalar, nearest_integer};

/// The least and the greatest value of a type.
pub type Limits = (i128, u128);

/// What is wrong with a whole number: first what was asked of it, then what its type does not hold.
pub fn integer(
    value: i128,
    (min, max): Limits,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    let limits = Constraints {
        ge: Some(Bound::Integer(min)),
        le: Some(Bound::Integer(i128::try_from(max).unwrap_or(i128::MAX))),
        ..Constraints::NONE
    };
    constrain::integer(value, constraints, loc, input)
        .or_else(|| constrain::integer(value, &limits, loc, input))
}

/// What is wrong with a text that should be a whole number.
pub fn integer_text(
    text: &str,
    limits: Limits,
    constraints: &Constraints,
    loc: &[Loc],
) -> Option<ValidationError> {
    let input = Value::from(text);
    let Some(value) = nearest_integer(text) else {
        let msg = "Input should be a valid integer, unable to parse string as an integer";
        return Some(mistake("int_parsing", loc, msg, input));
    };
    integer(value, limits, constraints, loc, &input).or_else(|| {
        let no_type_holds_it = i128::parse(text).is_none() && u128::parse(text).is_none();
        let msg = "Unable to parse input string as an integer, exceeded maximum size";
        no_type_holds_it.then(|| mistake("int_parsing_size", loc, msg, input))
    })
}
