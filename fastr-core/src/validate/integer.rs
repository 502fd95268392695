//! Whole numbers, of any size up to 128 bits.

use serde_json::Value;

use super::constrain;
use super::words::{mistake, mistake_with};
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints, Scalar, plain_integer};

/// From here on JSON's reader has only floats.
const BEYOND_64_BITS: f64 = 18_446_744_073_709_551_616.0;

/// The limits of an integer's type.
#[derive(Clone, Copy)]
pub struct Limits {
    /// The least.
    pub min: i128,
    /// The greatest.
    pub max: u128,
}

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
        Value::Number(number) => {
            let small = number.as_i64().map(i128::from);
            let whole = small.or_else(|| number.as_u64().map(i128::from));
            match (whole, number.as_f64()) {
                (Some(whole), _) => of_i128(whole, limits, constraints, loc, input),
                (None, Some(float)) if float.fract() != 0.0 => {
                    wrong("int_from_float", ", got a number with a fractional part")
                }
                (None, Some(float)) if float.abs() >= BEYOND_64_BITS / 2.0 => {
                    large(float, limits, constraints, loc, input)
                }
                _ => wrong("int_type", ""),
            }
        }
        Value::String(text) if plain_integer(text).is_none() => {
            wrong("int_parsing", ", unable to parse string as an integer")
        }
        _ => wrong("int_type", ""),
    }
}

/// What is wrong with a text from outside JSON, or with the key of a map.
pub fn text(text: &str, limits: Limits, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    let Some(plain) = plain_integer(text) else {
        return Some(unparsable(text, loc));
    };
    let input = Value::from(text);
    match (plain.parse::<i128>(), plain.parse::<u128>()) {
        (Ok(whole), _) => of_i128(whole, limits, constraints, loc, &input),
        (_, Ok(whole)) if whole <= limits.max => {
            constrain::number(|limit| limit.allow_large(whole), constraints, loc, &input)
        }
        _ if plain.starts_with('-') => Some(too_small(limits, loc, &input)),
        _ => Some(too_great(limits, loc, &input)),
    }
}

/// A text that is no whole number.
pub fn unparsable(text: &str, loc: &[Loc]) -> ValidationError {
    let msg = "Input should be a valid integer, unable to parse string as an integer";
    mistake("int_parsing", loc, msg, text.into())
}

/// The number that a text means, as JSON.
pub fn spelled(text: &str) -> Option<String> {
    let plain = plain_integer(text)?;
    let signed = i128::parse(&plain).map(|whole| whole.to_string());
    signed.or_else(|| u128::parse(&plain).map(|whole| whole.to_string()))
}

fn of_i128(
    whole: i128,
    limits: Limits,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    if whole < limits.min {
        Some(too_small(limits, loc, input))
    } else if u128::try_from(whole).is_ok_and(|whole| whole > limits.max) {
        Some(too_great(limits, loc, input))
    } else {
        constrain::number(|limit| limit.allow_integer(whole), constraints, loc, input)
    }
}

/// A number that JSON's reader has rounded. One so near a limit that it cannot be told is let pass.
#[expect(clippy::cast_precision_loss, reason = "the number is no more exact")]
fn large(
    float: f64,
    limits: Limits,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    let (min, max) = (limits.min as f64, limits.max as f64);
    if float < min || (float < 0.0 && limits.min >= i64::MIN.into()) {
        Some(too_small(limits, loc, input))
    } else if float > max || (float > 0.0 && limits.max <= u64::MAX.into()) {
        Some(too_great(limits, loc, input))
    } else {
        constrain::number(|limit| limit.allow_number(float), constraints, loc, input)
    }
}

fn too_small(limits: Limits, loc: &[Loc], input: &Value) -> ValidationError {
    let min = limits.min;
    let msg = format!("Input should be greater than or equal to {min}");
    let ctx = [("ge", Bound::Integer(min).to_value())];
    mistake_with("greater_than_equal", loc, msg, input.clone(), ctx)
}

fn too_great(limits: Limits, loc: &[Loc], input: &Value) -> ValidationError {
    let max = limits.max;
    let msg = format!("Input should be less than or equal to {max}");
    let shown =
        i128::try_from(max).map_or_else(|_| max.to_string().into(), |max| Bound::Integer(max).to_value());
    mistake_with("less_than_equal", loc, msg, input.clone(), [("le", shown)])
}
