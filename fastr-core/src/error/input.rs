//! What was received where a mistake is: JSON that is kept as text, as it is only ever sent back.

use serde::Serialize;
use serde_json::Value;

/// The `input` of a [`ValidationError`](super::ValidationError): a piece of JSON, as text.
///
/// A text keeps what a [`Value`] has no place for, such as a whole number beyond 64 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input(String);

impl Input {
    /// The JSON of a value. One that cannot be JSON, as a map whose keys are no texts, is `null`.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The JSON as a value. A number that it has no place for is the float next to it.
    pub fn to_value(&self) -> Value {
        self.0.parse().unwrap_or_default()
    }
}
