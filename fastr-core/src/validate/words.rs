//! The words of the mistakes, as pydantic 2 has them.

use serde_json::{Map, Value, json};

use crate::error::{Loc, ValidationError};
use crate::schema::Refusal;

/// A mistake without a context.
pub fn mistake(kind: &'static str, loc: &[Loc], msg: impl Into<String>, input: Value) -> ValidationError {
    ValidationError {
        kind: kind.into(),
        loc: loc.to_vec(),
        msg: msg.into(),
        input,
        ctx: None,
    }
}

/// A mistake with the values its sentence is made with.
pub fn mistake_with<const N: usize>(
    kind: &'static str,
    loc: &[Loc],
    msg: impl Into<String>,
    input: Value,
    ctx: [(&str, Value); N],
) -> ValidationError {
    let ctx: Map<String, Value> = ctx
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    ValidationError {
        ctx: Some(ctx),
        ..mistake(kind, loc, msg, input)
    }
}

/// A value that its format refuses.
pub fn refused(refusal: Refusal, loc: &[Loc], input: Value) -> ValidationError {
    match refusal.ctx {
        None => mistake(refusal.kind, loc, refusal.msg, input),
        Some((name, value)) => mistake_with(refusal.kind, loc, refusal.msg, input, [(name, *value)]),
    }
}

/// Something required that is not there. `input` is what was found in its place.
pub fn missing(loc: &[Loc], input: Value) -> ValidationError {
    mistake("missing", loc, "Field required", input)
}

/// A key that the model does not have.
pub fn forbidden(loc: &[Loc], input: Value) -> ValidationError {
    mistake("extra_forbidden", loc, "Extra inputs are not permitted", input)
}

/// A value that its type refuses for a reason of its own.
pub fn unexplained(loc: &[Loc], reason: &str, input: Value) -> ValidationError {
    mistake_with(
        "value_error",
        loc,
        format!("Value error, {reason}"),
        input,
        [("error", json!({}))],
    )
}

/// `'a', 'b' or 'c'`.
pub fn choices(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// `1 character`, `2 characters`.
pub fn counted(count: usize, thing: &str) -> String {
    if count == 1 {
        format!("1 {thing}")
    } else {
        format!("{count} {thing}s")
    }
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
