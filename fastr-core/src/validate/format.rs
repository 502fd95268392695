//! Values of a format: worded by the format itself.

use serde::Serialize;
use serde_json::Value;

use super::words::{refused, unexplained};
use super::{Way, constrain};
use crate::decode::json::Node;
use crate::error::ValidationError;
use crate::schema::{Constraints, Format};

/// What is wrong with a JSON value.
///
/// serde is asked first, as it has decided already: a value that it takes is never called wrong.
pub fn value(
    input: &Node<'_>,
    format: &Format,
    constraints: &Constraints,
    at: &Way<'_>,
) -> Option<ValidationError> {
    let value = input.to_value();
    let Err(reason) = (format.decode)(&value) else {
        return limits(&value, format, constraints, at, input);
    };
    let refusal = match &value {
        Value::String(text) => match (format.read)(text) {
            Err(refusal) => refusal,
            Ok(_) => return Some(unexplained(at, &reason, input)),
        },
        other => (format.refuse)(other),
    };
    Some(refused(refusal, at, input))
}

/// What is wrong with a text from outside JSON.
pub fn text(text: &str, format: &Format, constraints: &Constraints, at: &Way<'_>) -> Option<ValidationError> {
    match (format.read)(text) {
        Ok(spelled) => limits(&spelled.into(), format, constraints, at, text),
        Err(refusal) => Some(refused(refusal, at, text)),
    }
}

fn limits<T: Serialize + ?Sized>(
    value: &Value,
    format: &Format,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    constrain::exact(|limit| (format.keeps)(value, limit), constraints, at, input)
}
