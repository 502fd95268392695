//! The constraints of one place, in FastAPI's words, and the quick answer whether a value keeps them.

use regex_lite::Regex;
use serde_json::Value;

/// A limit of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// A whole number.
    Integer(i128),
    /// Any number.
    Number(f64),
}

impl Bound {
    /// The limit as JSON.
    pub fn to_value(self) -> Value {
        match self {
            Self::Integer(limit) => match (i64::try_from(limit), u64::try_from(limit)) {
                (Ok(limit), _) => limit.into(),
                (_, Ok(limit)) => limit.into(),
                _ => limit.to_string().into(),
            },
            Self::Number(limit) => limit.into(),
        }
    }

    /// The limit as the number that JSON's numbers are compared with.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the comparison is one of JSON numbers, which are no more exact"
    )]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Integer(limit) => limit as f64,
            Self::Number(limit) => limit,
        }
    }
}

/// The regular expression of a text that the macro has read already.
///
/// # Panics
///
/// When it is none.
pub fn regex(source: &str) -> Regex {
    match Regex::new(source) {
        Ok(regex) => regex,
        Err(error) => panic!("`{source}` is no regular expression: {error}"),
    }
}

/// A regular expression, compiled when it is first asked.
#[derive(Clone, Copy)]
pub struct Pattern {
    /// As it was written.
    pub source: &'static str,
    /// Compiled.
    pub regex: fn() -> &'static Regex,
}

/// What is asked of a value at the place where it stands.
#[derive(Clone, Copy, Default)]
pub struct Constraints {
    /// Greater than.
    pub gt: Option<Bound>,
    /// Greater than or equal.
    pub ge: Option<Bound>,
    /// Less than.
    pub lt: Option<Bound>,
    /// Less than or equal.
    pub le: Option<Bound>,
    /// A multiple of.
    pub multiple_of: Option<Bound>,
    /// The least number of characters.
    pub min_length: Option<usize>,
    /// The greatest number of characters.
    pub max_length: Option<usize>,
    /// The regular expression that the text must contain.
    pub pattern: Option<Pattern>,
    /// The least number of items.
    pub min_items: Option<usize>,
    /// The greatest number of items.
    pub max_items: Option<usize>,
    /// No two items may be equal.
    pub unique_items: bool,
}

impl Constraints {
    /// No constraint at all.
    pub const NONE: Self = Self {
        gt: None,
        ge: None,
        lt: None,
        le: None,
        multiple_of: None,
        min_length: None,
        max_length: None,
        pattern: None,
        min_items: None,
        max_items: None,
        unique_items: false,
    };

    /// Whether nothing is asked.
    pub const fn is_none(&self) -> bool {
        self.gt.is_none()
            && self.ge.is_none()
            && self.lt.is_none()
            && self.le.is_none()
            && self.multiple_of.is_none()
            && self.min_length.is_none()
            && self.max_length.is_none()
            && self.pattern.is_none()
            && self.min_items.is_none()
            && self.max_items.is_none()
            && !self.unique_items
    }

    /// Whether a whole number keeps them.
    pub fn allow_integer(&self, value: i128) -> bool {
        let holds = |limit: Option<Bound>, keeps: fn(f64, f64) -> bool, exact: fn(&i128, &i128) -> bool| {
            match limit {
                None => true,
                Some(Bound::Integer(limit)) => exact(&value, &limit),
                Some(limit @ Bound::Number(_)) => keeps(Bound::Integer(value).as_f64(), limit.as_f64()),
            }
        };
        holds(self.gt, |a, b| a > b, i128::gt)
            && holds(self.ge, |a, b| a >= b, i128::ge)
            && holds(self.lt, |a, b| a < b, i128::lt)
            && holds(self.le, |a, b| a <= b, i128::le)
            && holds(self.multiple_of, is_multiple, |a, b| *b != 0 && a % b == 0)
    }

    /// Whether a whole number above `i128::MAX` keeps them.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a limit that is a float is no more exact"
    )]
    pub fn allow_large(&self, value: u128) -> bool {
        let number = value as f64;
        // Every whole limit that can be written is below the value.
        let above = |limit| match limit {
            Some(Bound::Number(limit)) => number > limit,
            Some(Bound::Integer(_)) | None => true,
        };
        let below = |limit| match limit {
            Some(Bound::Number(limit)) => number < limit,
            Some(Bound::Integer(_)) => false,
            None => true,
        };
        let multiple = match self.multiple_of {
            Some(Bound::Integer(of)) => value.checked_rem(of.unsigned_abs()) == Some(0),
            Some(Bound::Number(of)) => is_multiple(number, of),
            None => true,
        };
        above(self.gt) && above(self.ge) && below(self.lt) && below(self.le) && multiple
    }

    /// Whether a number keeps them.
    #[inline]
    pub fn allow_number(&self, value: f64) -> bool {
        let holds = |limit: Option<Bound>, keeps: fn(f64, f64) -> bool| {
            limit.is_none_or(|limit| keeps(value, limit.as_f64()))
        };
        holds(self.gt, |a, b| a > b)
            && holds(self.ge, |a, b| a >= b)
            && holds(self.lt, |a, b| a < b)
            && holds(self.le, |a, b| a <= b)
            && holds(self.multiple_of, is_multiple)
    }

    /// Whether a text keeps them. Its length is counted in characters.
    pub fn allow_text(&self, value: &str) -> bool {
        if self.min_length.is_some() || self.max_length.is_some() {
            let length = value.chars().count();
            if self.min_length.is_some_and(|min| length < min)
                || self.max_length.is_some_and(|max| length > max)
            {
                return false;
            }
        }
        self.pattern
            .is_none_or(|pattern| (pattern.regex)().is_match(value))
    }

    /// Whether a list of so many items keeps them.
    pub fn allow_items(&self, items: usize) -> bool {
        self.min_items.is_none_or(|min| items >= min) && self.max_items.is_none_or(|max| items <= max)
    }
}

/// As pydantic decides it for numbers that are not whole: within the error of the division.
pub fn is_multiple(value: f64, of: f64) -> bool {
    let remainder = value % of;
    let threshold = value.abs() / 1e9;
    remainder.abs() <= threshold || (remainder.abs() - of.abs()).abs() <= threshold
}
