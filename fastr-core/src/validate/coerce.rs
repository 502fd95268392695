//! A piece of text as the JSON that its shape makes of it.

use serde_json::{Number, Value};

use super::whole::Whole;
use crate::schema::{Scalar, Shape};

/// The JSON of a text that has the shape. A text that has not stays a text, and is refused where it is decoded.
///
/// It is JSON as text, since [`Value`] has no place for a whole number beyond 64 bits.
pub fn coerce(text: &str, shape: &Shape) -> String {
    let json = match shape {
        Shape::Nullable(inner) => return coerce(text, &inner()),
        Shape::Bool => bool::parse(text).map(|value| value.to_string()),
        Shape::Integer { .. } => Whole::parse(text).and_then(Whole::spelled),
        Shape::Number { .. } => f64::parse(text)
            .and_then(Number::from_f64)
            .map(|number| number.to_string()),
        Shape::Format(format) => (format.read)(text).ok().map(quoted),
        _ => None,
    };
    json.unwrap_or_else(|| quoted(text.to_owned()))
}

fn quoted(text: String) -> String {
    Value::String(text).to_string()
}
