//! The constraints of one place against a value that has the right type already.

use serde_json::Value;

use super::words::{counted, mistake_with};
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints};

/// The first constraint that a number does not keep, as pydantic reports one of them only. `keeps` tells whether it
/// keeps them.
pub fn number(
    keeps: impl Fn(&Constraints) -> bool,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    type Check = fn(&Constraints, Bound) -> Constraints;
    let checks: [(&str, &str, &str, Option<Bound>, Check); 5] = [
        (
            "multiple_of",
            "multiple_of",
            "a multiple of",
            constraints.multiple_of,
            |c, b| Constraints {
                multiple_of: Some(b),
                ..*c
            },
        ),
        (
            "less_than_equal",
            "le",
            "less than or equal to",
            constraints.le,
            |c, b| Constraints { le: Some(b), ..*c },
        ),
        ("less_than", "lt", "less than", constraints.lt, |c, b| {
            Constraints { lt: Some(b), ..*c }
        }),
        (
            "greater_than_equal",
            "ge",
            "greater than or equal to",
            constraints.ge,
            |c, b| Constraints { ge: Some(b), ..*c },
        ),
        ("greater_than", "gt", "greater than", constraints.gt, |c, b| {
            Constraints { gt: Some(b), ..*c }
        }),
    ];
    checks
        .into_iter()
        .find_map(|(kind, word, sentence, bound, only)| {
            let bound = bound?;
            if keeps(&only(&Constraints::NONE, bound)) {
                return None;
            }
            let shown = shown(bound);
            Some(mistake_with(
                kind,
                loc,
                format!("Input should be {sentence} {shown}"),
                input.clone(),
                [(word, bound.to_value())],
            ))
        })
}

/// A limit as pydantic writes it into its sentence: `0` and not `0.0`.
fn shown(bound: Bound) -> String {
    match bound {
        Bound::Integer(limit) => limit.to_string(),
        Bound::Number(limit) => limit.to_string(),
    }
}

/// The first constraint that a text does not keep.
pub fn text(value: &str, constraints: &Constraints, loc: &[Loc]) -> Option<ValidationError> {
    let length = value.chars().count();
    let input = || Value::from(value);
    if let Some(min) = constraints.min_length.filter(|&min| length < min) {
        let msg = format!("String should have at least {}", counted(min, "character"));
        return Some(mistake_with(
            "string_too_short",
            loc,
            msg,
            input(),
            [("min_length", min.into())],
        ));
    }
    if let Some(max) = constraints.max_length.filter(|&max| length > max) {
        let msg = format!("String should have at most {}", counted(max, "character"));
        return Some(mistake_with(
            "string_too_long",
            loc,
            msg,
            input(),
            [("max_length", max.into())],
        ));
    }
    let pattern = constraints
        .pattern
        .filter(|pattern| !(pattern.regex)().is_match(value))?;
    let msg = format!("String should match pattern '{}'", pattern.source);
    Some(mistake_with(
        "string_pattern_mismatch",
        loc,
        msg,
        input(),
        [("pattern", pattern.source.into())],
    ))
}

/// The first constraint that the number of items does not keep. `kind` is pydantic's word for what holds them.
pub fn items(
    kind: &str,
    count: usize,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    if let Some(min) = constraints.min_items.filter(|&min| count < min) {
        let msg = format!(
            "{kind} should have at least {} after validation, not {count}",
            counted(min, "item")
        );
        let ctx = [
            ("field_type", kind.into()),
            ("min_length", min.into()),
            ("actual_length", count.into()),
        ];
        return Some(mistake_with("too_short", loc, msg, input.clone(), ctx));
    }
    let max = constraints.max_items.filter(|&max| count > max)?;
    let msg = format!(
        "{kind} should have at most {} after validation, not {count}",
        counted(max, "item")
    );
    let ctx = [
        ("field_type", kind.into()),
        ("max_length", max.into()),
        ("actual_length", count.into()),
    ];
    Some(mistake_with("too_long", loc, msg, input.clone(), ctx))
}
