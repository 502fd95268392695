//! The integers: their shapes, and text as pydantic reads it.

use std::str::FromStr;

use super::{Constraints, Scalar, Schema, Shape};

macro_rules! integer {
    ($($type:ty),*) => {$(
        impl Schema for $type {
            fn shape() -> Shape {
                // Every least value fits into `i128`, and every greatest is positive.
                Shape::Integer {
                    min: i128::try_from(<$type>::MIN).unwrap_or(i128::MIN),
                    max: u128::try_from(<$type>::MAX).unwrap_or(u128::MAX),
                }
            }

            fn satisfies(&self, constraints: &Constraints) -> bool {
                match i128::try_from(*self) {
                    Ok(value) => constraints.allow_integer(value),
                    Err(_) => u128::try_from(*self).is_ok_and(|value| constraints.allow_large(value)),
                }
            }
        }

        impl Scalar for $type {
            #[inline]
            fn parse(text: &str) -> Option<Self> {
                match few_digits(text) {
                    Some(value) => Self::try_from(value).ok(),
                    None => any_integer(text),
                }
            }
        }
    )*};
}

integer!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);

/// What most whole numbers are: a few digits and nothing else.
#[inline]
fn few_digits(text: &str) -> Option<u32> {
    if !matches!(text.len(), 1..=9) {
        return None;
    }
    text.bytes().try_fold(0, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| 10 * value + u32::from(digit))
    })
}

/// Apart, so that the way of most numbers is short.
#[inline(never)]
fn any_integer<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok().or_else(|| plain_integer(text)?.parse().ok())
}

/// The text without what pydantic also takes in a whole number: space around it, single underscores between
/// digits, and a fraction of zeros. `None` when it is no whole number.
pub fn plain_integer(text: &str) -> Option<String> {
    let text = text.trim();
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole.strip_prefix('+').unwrap_or(whole)),
    };
    let plain = without_underscores(digits)?;
    let is_number = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    // No unsigned type knows `-0`.
    let sign = if plain.bytes().all(|byte| byte == b'0') {
        ""
    } else {
        sign
    };
    is_number.then(|| format!("{sign}{plain}"))
}

/// The text without the underscores between its digits; `None` when one stands elsewhere.
pub fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let stands_well = |(at, _)| is_digit(usize::checked_sub(at, 1)) && is_digit(at.checked_add(1));
    text.match_indices('_')
        .all(stands_well)
        .then(|| text.replace('_', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_pydantic_reads_it() {
        for (text, value) in [
            ("42", Some(42)),
            ("-1", Some(-1)),
            ("+7", Some(7)),
            (" 5 ", Some(5)),
            ("1_000", Some(1000)),
            ("-0", Some(0)),
            ("3.0", Some(3)),
            ("3.5", None),
            ("3.", None),
            (".0", None),
            ("-0", Some(0)),
            ("_1", None),
            ("1__0", None),
            ("", None),
            ("-", None),
            ("abc", None),
            ("1e3", None),
            ("9223372036854775808", None),
        ] {
            assert_eq!(i64::parse(text), value, "{text:?}");
        }
        assert_eq!(u8::parse("-0"), Some(0));
        assert_eq!(u8::parse("-1"), None);
    }

    #[test]
    fn shapes_have_the_limits_of_their_types() {
        assert!(matches!(u8::shape(), Shape::Integer { min: 0, max: 255 }));
        assert!(matches!(i8::shape(), Shape::Integer { min: -128, max: 127 }));
        assert!(matches!(
            u128::shape(),
            Shape::Integer {
                min: 0,
                max: u128::MAX
            }
        ));
    }
}
