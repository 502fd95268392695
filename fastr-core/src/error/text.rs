//! JSON that is kept as text, as it is only ever sent.

use serde::Serialize;
use serde_json::Value;

/// A piece of JSON as text, in a [`ValidationError`](super::ValidationError).
///
/// A text keeps what a [`Value`] has no place for, such as a whole number beyond 64 bits.
///
/// ```
/// # use fastr_core::private::JsonText;
/// let text = JsonText::of(&["a", "b"]);
/// assert_eq!(text.as_str(), r#"["a","b"]"#);
/// assert_eq!(text.to_value()[1], "b");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonText(String);

impl JsonText {
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
