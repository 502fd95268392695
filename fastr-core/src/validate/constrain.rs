//! The constraints of one place against a value that has the right type already.

use serde::Serialize;
use serde_json::Value;

use super::Way;
use super::words::{counted, mistake_with};
use crate::error::ValidationError;
use crate::schema::{Bound, Constraints};

/// The first constraint that an exact number does not keep, as pydantic reports one of them only. `keeps` tells whether
/// it keeps one.
pub fn exact<T: Serialize + ?Sized>(
    keeps: impl Fn(&Constraints) -> bool,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    let (limit, bound) = broken(constraints, keeps)?;
    Some(limit.mistake(bound, bound.to_value(), at, input))
}

/// The first constraint that a number does not keep. Its limits are numbers too, however they were written.
pub fn number<T: Serialize + ?Sized>(
    value: f64,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    let (limit, bound) = broken(constraints, |only| only.allow_number(value))?;
    Some(limit.mistake(bound, bound.as_f64().into(), at, input))
}

/// A limit of a number, with pydantic's words for it.
struct Limit {
    kind: &'static str,
    word: &'static str,
    sentence: &'static str,
    of: fn(&Constraints) -> Option<Bound>,
    /// The limit and no other.
    only: fn(Bound) -> Constraints,
}

/// In the order in which pydantic asks.
const LIMITS: [Limit; 5] = [
    Limit {
        kind: "multiple_of",
        word: "multiple_of",
        sentence: "Input should be a multiple of ",
        of: |constraints| constraints.multiple_of,
        only: |bound| Constraints {
            multiple_of: Some(bound),
            ..Constraints::NONE
        },
    },
    Limit {
        kind: "less_than_equal",
        word: "le",
        sentence: "Input should be less than or equal to ",
        of: |constraints| constraints.le,
        only: |bound| Constraints {
            le: Some(bound),
            ..Constraints::NONE
        },
    },
    Limit {
        kind: "less_than",
        word: "lt",
        sentence: "Input should be less than ",
        of: |constraints| constraints.lt,
        only: |bound| Constraints {
            lt: Some(bound),
            ..Constraints::NONE
        },
    },
    Limit {
        kind: "greater_than_equal",
        word: "ge",
        sentence: "Input should be greater than or equal to ",
        of: |constraints| constraints.ge,
        only: |bound| Constraints {
            ge: Some(bound),
            ..Constraints::NONE
        },
    },
    Limit {
        kind: "greater_than",
        word: "gt",
        sentence: "Input should be greater than ",
        of: |constraints| constraints.gt,
        only: |bound| Constraints {
            gt: Some(bound),
            ..Constraints::NONE
        },
    },
];

impl Limit {
    fn mistake<T: Serialize + ?Sized>(
        &self,
        bound: Bound,
        ctx: Value,
        at: &Way<'_>,
        input: &T,
    ) -> ValidationError {
        let msg = [self.sentence, &shown(bound)].concat();
        mistake_with(self.kind, at, msg, input, [(self.word, ctx)])
    }
}

/// The first limit that is not kept.
fn broken(
    constraints: &Constraints,
    keeps: impl Fn(&Constraints) -> bool,
) -> Option<(&'static Limit, Bound)> {
    LIMITS.iter().find_map(|limit| {
        let bound = (limit.of)(constraints)?;
        (!keeps(&(limit.only)(bound))).then_some((limit, bound))
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
pub fn text(value: &str, constraints: &Constraints, at: &Way<'_>) -> Option<ValidationError> {
    let length = value.chars().count();
    if let Some(min) = constraints.min_length.filter(|&min| length < min) {
        let msg = counted("String should have at least ", min, " character");
        let ctx = [("min_length", min.into())];
        return Some(mistake_with("string_too_short", at, msg, value, ctx));
    }
    if let Some(max) = constraints.max_length.filter(|&max| length > max) {
        let msg = counted("String should have at most ", max, " character");
        let ctx = [("max_length", max.into())];
        return Some(mistake_with("string_too_long", at, msg, value, ctx));
    }
    let pattern = constraints
        .pattern
        .filter(|pattern| !(pattern.regex)().is_match(value))?;
    let msg = format!("String should match pattern '{}'", pattern.source);
    let ctx = [("pattern", pattern.source.into())];
    Some(mistake_with("string_pattern_mismatch", at, msg, value, ctx))
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
pub fn at_most<T: Serialize + ?Sized>(
    holder: Holder,
    count: usize,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    let max = constraints.max_items.filter(|&max| count > max)?;
    // pydantic stops filling a set as soon as it has too many.
    let (shown, count) = match holder {
        Holder::Set => ("more".to_owned(), Value::Null),
        Holder::List | Holder::Tuple | Holder::Dictionary => (count.to_string(), count.into()),
    };
    let kind = holder.name();
    let most = counted(&format!("{kind} should have at most "), max, " item");
    let msg = format!("{most} after validation, not {shown}");
    let ctx = [
        ("field_type", kind.into()),
        ("max_length", max.into()),
        ("actual_length", count),
    ];
    Some(mistake_with("too_long", at, msg, input, ctx))
}

/// That there are too few items. pydantic says so only when nothing is wrong with any of them.
pub fn at_least<T: Serialize + ?Sized>(
    holder: Holder,
    count: usize,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    let min = constraints.min_items.filter(|&min| count < min)?;
    let kind = holder.name();
    let least = counted(&format!("{kind} should have at least "), min, " item");
    let msg = format!("{least} after validation, not {count}");
    let ctx = [
        ("field_type", kind.into()),
        ("min_length", min.into()),
        ("actual_length", count.into()),
    ];
    Some(mistake_with("too_short", at, msg, input, ctx))
}

/// That there are too many items, or too few.
pub fn number_of_items<T: Serialize + ?Sized>(
    holder: Holder,
    count: usize,
    constraints: &Constraints,
    at: &Way<'_>,
    input: &T,
) -> Option<ValidationError> {
    at_most(holder, count, constraints, at, input).or_else(|| at_least(holder, count, constraints, at, input))
}
