//! The constraints of one place against a value that has the right type already.

use serde_json::Value;

use super::words::{counted, mistake_with};
use crate::error::{Loc, ValidationError};
use crate::schema::{Bound, Constraints};

/// The first constraint that an exact number does not keep, as pydantic reports one of them only. `keeps` tells whether
/// it keeps one.
pub fn exact(
    keeps: impl Fn(&Constraints) -> bool,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    let limit = broken(constraints, keeps)?;
    let ctx = limit.bound.to_value();
    Some(limit.mistake(ctx, loc, input))
}

/// The first constraint that a number does not keep. Its limits are numbers too, however they were written.
pub fn number(value: f64, constraints: &Constraints, loc: &[Loc], input: &Value) -> Option<ValidationError> {
    let limit = broken(constraints, |only| only.allow_number(value))?;
    let ctx = limit.bound.as_f64().into();
    Some(limit.mistake(ctx, loc, input))
}

/// A limit of a number, with pydantic's words for it.
struct Limit {
    kind: &'static str,
    word: &'static str,
    sentence: &'static str,
    bound: Bound,
}

impl Limit {
    fn mistake(&self, ctx: Value, loc: &[Loc], input: &Value) -> ValidationError {
        let msg = format!("Input should be {} {}", self.sentence, shown(self.bound));
        mistake_with(self.kind, loc, msg, input.clone(), [(self.word, ctx)])
    }
}

/// The first limit that is not kept, in the order in which pydantic asks.
fn broken(constraints: &Constraints, keeps: impl Fn(&Constraints) -> bool) -> Option<Limit> {
    let Constraints {
        multiple_of,
        le,
        lt,
        ge,
        gt,
        ..
    } = *constraints;
    let only = Constraints::NONE;
    let limits = [
        (
            "multiple_of",
            "multiple_of",
            "a multiple of",
            multiple_of,
            Constraints { multiple_of, ..only },
        ),
        (
            "less_than_equal",
            "le",
            "less than or equal to",
            le,
            Constraints { le, ..only },
        ),
        ("less_than", "lt", "less than", lt, Constraints { lt, ..only }),
        (
            "greater_than_equal",
            "ge",
            "greater than or equal to",
            ge,
            Constraints { ge, ..only },
        ),
        (
            "greater_than",
            "gt",
            "greater than",
            gt,
            Constraints { gt, ..only },
        ),
    ];
    limits
        .into_iter()
        .find_map(|(kind, word, sentence, bound, only)| {
            (!keeps(&only)).then_some(Limit {
                kind,
                word,
                sentence,
                bound: bound?,
            })
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

/// What holds items.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A list.
    List,
    /// A set, whose equal items count once.
    Set,
    /// A list of so many items as its type has.
    Tuple,
    /// An object with any keys.
    Dictionary,
}

impl Holder {
    /// pydantic's word for it.
    fn name(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Set => "Set",
            Self::Tuple => "Tuple",
            Self::Dictionary => "Dictionary",
        }
    }
}

/// That there are too many items. pydantic says so before anything that is wrong with one of them.
pub fn at_most(
    holder: Holder,
    count: usize,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    let max = constraints.max_items.filter(|&max| count > max)?;
    // pydantic stops filling a set as soon as it has too many.
    let (shown, count) = match holder {
        Holder::Set => ("more".to_owned(), Value::Null),
        Holder::List | Holder::Tuple | Holder::Dictionary => (count.to_string(), count.into()),
    };
    let kind = holder.name();
    let most = counted(max, "item");
    let msg = format!("{kind} should have at most {most} after validation, not {shown}");
    let ctx = [
        ("field_type", kind.into()),
        ("max_length", max.into()),
        ("actual_length", count),
    ];
    Some(mistake_with("too_long", loc, msg, input.clone(), ctx))
}

/// That there are too few items. pydantic says so only when nothing is wrong with any of them.
pub fn at_least(
    holder: Holder,
    count: usize,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    let min = constraints.min_items.filter(|&min| count < min)?;
    let kind = holder.name();
    let least = counted(min, "item");
    let msg = format!("{kind} should have at least {least} after validation, not {count}");
    let ctx = [
        ("field_type", kind.into()),
        ("min_length", min.into()),
        ("actual_length", count.into()),
    ];
    Some(mistake_with("too_short", loc, msg, input.clone(), ctx))
}

/// That there are too many items, or too few.
pub fn number_of_items(
    holder: Holder,
    count: usize,
    constraints: &Constraints,
    loc: &[Loc],
    input: &Value,
) -> Option<ValidationError> {
    at_most(holder, count, constraints, loc, input)
        .or_else(|| at_least(holder, count, constraints, loc, input))
}
