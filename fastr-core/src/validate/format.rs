//! Values of a format: worded by the format itself.

use serde_json::Value;

use super::constrain;
use super::words::{refused, unexplained};
use crate::error::{Loc, ValidationError};
use crate::schema::{Constraints, Format};

/// What is wrong with a JSON value.
///
/// serde is asked first, as it has decided already: a value that it takes is never called wrong.
pub fn value(
    input: &Value,
    format: &Format,
    constraints: &Constraints,
    loc: &[Loc],
) -> Option<ValidationError> {
    let Err(reason) = (format.decode)(input) else {
        return limits(input, format, constraints, loc, input);
    };
    let refusal = match input {
        Value::String(text) => match (format.read)(text) {
            Err(refusal) => refusal,
            Ok(_) => return Some(unexplained(loc, &reason, input.clone())),
        },
        other => (format.refuse)(other),
    };
    Some(refused(refusal, loc, input.clone()))
}

/// What is wrong with a text from outside JSON.
pub fn text(text: &str, format: &Format, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    match (format.read)(text) {
        Ok(spelled) => limits(&spelled.into(), format, constraints, loc, &text.into()),
        Err(refusal) => Some(refused(refusal, loc, text.into())),
    }
}

fn limits(
    value: &Value,
    format: &Format,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    constrain::exact(|limit| (format.keeps)(value, limit), constraints, loc, input)
}
