//! The words of the mistakes, as pydantic 2 has them.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Value, json};

use super::Way;
use crate::error::{JsonText, ValidationError};
use crate::schema::Refusal;

/// A mistake without a context.
pub fn mistake<T: Serialize + ?Sized>(
    kind: &'static str,
    at: &Way<'_>,
    msg: impl Into<Cow<'static, str>>,
    input: &T,
) -> ValidationError {
    ValidationError {
        kind: kind.into(),
        loc: at.loc(),
        msg: msg.into(),
        input: JsonText::of_input(input),
        ctx: Vec::new(),
    }
}

/// A mistake with the values its sentence is made with.
pub fn mistake_with<T: Serialize + ?Sized, const N: usize>(
    kind: &'static str,
    at: &Way<'_>,
    msg: impl Into<Cow<'static, str>>,
    input: &T,
    ctx: [(&'static str, Value); N],
) -> ValidationError {
    ValidationError {
        ctx: ctx.map(|(name, value)| (name, JsonText::of(&value))).into(),
        ..mistake(kind, at, msg, input)
    }
}

/// A value that its format refuses.
pub fn refused<T: Serialize + ?Sized>(refusal: Refusal, at: &Way<'_>, input: &T) -> ValidationError {
    match refusal.ctx {
        None => mistake(refusal.kind, at, refusal.msg, input),
        Some((name, value)) => mistake_with(refusal.kind, at, refusal.msg, input, [(name, *value)]),
    }
}

/// Something required that is not there. `input` is what was found in its place.
pub fn missing<T: Serialize + ?Sized>(at: &Way<'_>, input: &T) -> ValidationError {
    mistake("missing", at, "Field required", input)
}

/// A key that the model does not have.
pub fn forbidden<T: Serialize + ?Sized>(at: &Way<'_>, input: &T) -> ValidationError {
    mistake("extra_forbidden", at, "Extra inputs are not permitted", input)
}

/// A value that its type refuses for a reason of its own.
pub fn unexplained<T: Serialize + ?Sized>(at: &Way<'_>, reason: &str, input: &T) -> ValidationError {
    let msg = format!("Value error, {reason}");
    mistake_with("value_error", at, msg, input, [("error", json!({}))])
}

/// A name that is none of a closed set.
pub fn no_choice<T: Serialize + ?Sized>(names: &[&str], at: &Way<'_>, input: &T) -> ValidationError {
    let expected = choices(names);
    let msg = format!("Input should be {expected}");
    mistake_with("enum", at, msg, input, [("expected", expected.into())])
}

/// A text that is no number.
pub fn no_number<T: Serialize + ?Sized>(at: &Way<'_>, input: &T) -> ValidationError {
    let msg = "Input should be a valid number, unable to parse string as a number";
    mistake("float_parsing", at, msg, input)
}

/// A text or a number that is none of pydantic's words for a `bool`.
pub fn no_bool<T: Serialize + ?Sized>(at: &Way<'_>, input: &T) -> ValidationError {
    let msg = "Input should be a valid boolean, unable to interpret input";
    mistake("bool_parsing", at, msg, input)
}

/// `'a', 'b' or 'c'`.
fn choices(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// A sentence, and how many things it is about: `… 1 character`, `… 2 characters`.
pub fn counted(sentence: &str, count: usize, thing: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    [sentence, &count.to_string(), thing, s].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_joined_as_in_a_sentence() {
        assert_eq!(choices(&["a"]), "'a'");
        assert_eq!(choices(&["a", "b"]), "'a' or 'b'");
        assert_eq!(choices(&["a", "b", "c"]), "'a', 'b' or 'c'");
    }
}
