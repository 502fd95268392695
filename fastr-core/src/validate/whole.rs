//! A whole number, as exactly as it is known.

use crate::decode::json::Number;
use crate::schema::{Constraints, Scalar, plain_integer};

/// A whole number of any size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whole {
    /// One that `i128` holds.
    Signed(i128),
    /// A greater one, that `u128` holds.
    Large(u128),
    /// One that is known as the float next to it only.
    Rounded(f64),
}

impl Whole {
    /// The number that a text means. One beyond 128 bits is taken as far as a float goes: no limit is near it.
    pub fn parse(text: &str) -> Option<Self> {
        plain_integer(text).map(|plain| Self::of_digits(&plain))
    }

    fn of_digits(plain: &str) -> Self {
        let signed = i128::parse(plain).map(Self::Signed);
        let held = signed.or_else(|| u128::parse(plain).map(Self::Large));
        let beyond = if plain.starts_with('-') {
            f64::MIN
        } else {
            f64::MAX
        };
        held.unwrap_or(Self::Rounded(beyond))
    }

    /// The number of JSON, unless it has a fraction.
    pub fn of_json(number: Number<'_>) -> Option<Self> {
        if number.is_written_whole() {
            return Some(Self::of_digits(number.as_str()));
        }
        let value = number.as_f64();
        (value.fract() == 0.0).then_some(Self::Rounded(value))
    }

    /// Whether it keeps the constraints.
    pub fn keeps(self, constraints: &Constraints) -> bool {
        match self {
            Self::Signed(value) => constraints.allow_integer(value),
            Self::Large(value) => constraints.allow_large(value),
            Self::Rounded(value) => constraints.allow_number(value),
        }
    }

    /// Whether it is below the least value of a type. A rounded one so near that it cannot be told is not.
    #[expect(clippy::cast_precision_loss, reason = "the number is no more exact")]
    pub fn is_below(self, min: i128) -> bool {
        match self {
            Self::Signed(value) => value < min,
            Self::Large(_) => false,
            Self::Rounded(value) => value < min as f64,
        }
    }

    /// Whether it is above the greatest value of a type. A rounded one so near that it cannot be told is not.
    #[expect(clippy::cast_precision_loss, reason = "the number is no more exact")]
    pub fn is_above(self, max: u128) -> bool {
        match self {
            Self::Signed(value) => u128::try_from(value).is_ok_and(|value| value > max),
            Self::Large(value) => value > max,
            Self::Rounded(value) => value > max as f64,
        }
    }

    /// The number as JSON, where it is known exactly.
    pub fn spelled(self) -> Option<String> {
        match self {
            Self::Signed(value) => Some(value.to_string()),
            Self::Large(value) => Some(value.to_string()),
            Self::Rounded(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::json::{Node, read};

    #[test]
    fn text_is_exact_as_far_as_a_type_goes() {
        for (text, value) in [
            (
                "-170141183460469231731687303715884105728",
                Whole::Signed(i128::MIN),
            ),
            (
                "-170141183460469231731687303715884105729",
                Whole::Rounded(f64::MIN),
            ),
            (
                "170141183460469231731687303715884105728",
                Whole::Large(i128::MAX as u128 + 1),
            ),
            (
                "340282366920938463463374607431768211455.0",
                Whole::Large(u128::MAX),
            ),
            (
                "340282366920938463463374607431768211456",
                Whole::Rounded(f64::MAX),
            ),
        ] {
            assert_eq!(Whole::parse(text), Some(value), "{text}");
        }
        assert_eq!(Whole::parse("1.5"), None);
    }

    #[test]
    fn json_is_exact_where_it_is_written_whole() {
        let json = |text: &str| match read(text.as_bytes()) {
            Ok(Node::Number(number)) => Whole::of_json(number),
            other => panic!("{text} is {other:?}"),
        };
        for (text, min, max, found) in [
            ("-9223372036854775809", i64::MIN.into(), 0, (true, false)),
            ("-9223372036854775809", i128::MIN, 0, (false, false)),
            ("18446744073709551616", 0, u64::MAX.into(), (false, true)),
            ("18446744073709551616", 0, u128::MAX, (false, false)),
            (
                "340282366920938463463374607431768211455",
                0,
                u128::MAX,
                (false, false),
            ),
            (
                "340282366920938463463374607431768211456",
                0,
                u128::MAX,
                (false, true),
            ),
            ("1e39", 0, u128::MAX, (false, true)),
            ("300.0", 0, 255, (false, true)),
            ("2.0", 0, 255, (false, false)),
        ] {
            let told = json(text).map(|whole| (whole.is_below(min), whole.is_above(max)));
            assert_eq!(told, Some(found), "{text} from {min} to {max}");
        }
        assert_eq!(json("2.5"), None);
    }
}
