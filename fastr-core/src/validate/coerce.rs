//! A piece of text as the JSON value that its shape makes of it.

use serde_json::{Number, Value};

use crate::schema::{Scalar, Shape};

/// The value of a text that has the shape. A text that has not stays a text, and is refused where it is decoded.
pub fn coerce(text: &str, shape: &Shape) -> Value {
    let value = match shape {
        Shape::Nullable(inner) => return coerce(text, &inner()),
        Shape::Bool => bool::parse(text).map(Value::Bool),
        Shape::Integer { .. } => integer(text),
        Shape::Number { .. } => f64::parse(text).and_then(Number::from_f64).map(Value::Number),
        _ => None,
    };
    value.unwrap_or_else(|| text.into())
}

fn integer(text: &str) -> Option<Value> {
    i64::parse(text)
        .map(Value::from)
        .or_else(|| u64::parse(text).map(Value::from))
}
