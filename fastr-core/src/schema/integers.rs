//! The integers: their shapes, and text as pydantic reads it.

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
            fn parse(text: &str) -> Option<Self> {
                text.parse().ok().or_else(|| plain_integer(text)?.parse().ok())
            }
        }
    )*};
}

integer!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);

/// The text without what pydantic also takes in a whole number: space around it, single underscores between
/// digits, and a fraction of zeros. `None` when it is no whole number.
pub fn plain_integer(text: &str) -> Option<String> {
    let text = text.trim();
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if !whole.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole.strip_prefix('+').unwrap_or(whole)),
    };
    let misplaced = digits.starts_with('_') || digits.ends_with('_') || digits.contains("__");
    let plain: String = digits.chars().filter(|&c| c != '_').collect();
    (!misplaced && !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| format!("{sign}{plain}"))
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
            ("3.0", Some(3)),
            ("3.5", None),
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
