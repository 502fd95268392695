//! A whole number, as exactly as it is known.

use serde_json::Number;

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

/// The least whole number above those of 64 bits. From here on JSON's reader has only floats.
const ABOVE_64_BITS: f64 = 18_446_744_073_709_551_616.0;

impl Whole {
    /// The number that a text means. One beyond 128 bits is taken as far as a float goes: no limit is near it.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = plain_integer(text)?;
        let signed = i128::parse(&plain).map(Self::Signed);
        let held = signed.or_else(|| u128::parse(&plain).map(Self::Large));
        let beyond = if plain.starts_with('-') {
            f64::MIN
        } else {
            f64::MAX
        };
        Some(held.unwrap_or(Self::Rounded(beyond)))
    }

    /// The number of JSON, unless it has a fraction.
    pub fn of_json(number: &Number) -> Option<Self> {
        let signed = number.as_i64().map(i128::from);
        let held = signed.or_else(|| number.as_u64().map(i128::from));
        let rounded = || number.as_f64().filter(|value| value.fract() == 0.0);
        held.map(Self::Signed).or_else(|| rounded().map(Self::Rounded))
    }

    /// Whether it may have been written as a whole number, and not with a point or an exponent.
    pub fn may_be_written_whole(self) -> bool {
        match self {
            Self::Signed(_) | Self::Large(_) => true,
            Self::Rounded(value) => value <= -ABOVE_64_BITS / 2.0 || value >= ABOVE_64_BITS,
        }
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
            // JSON's reader rounds no number that `i64` holds.
            Self::Rounded(value) if min >= i64::MIN.into() => {
                value < min as f64 || value <= -ABOVE_64_BITS / 2.0
            }
            Self::Rounded(value) => value < min as f64,
        }
    }

    /// Whether it is above the greatest value of a type. A rounded one so near that it cannot be told is not.
    #[expect(clippy::cast_precision_loss, reason = "the number is no more exact")]
    pub fn is_above(self, max: u128) -> bool {
        match self {
            Self::Signed(value) => u128::try_from(value).is_ok_and(|value| value > max),
            Self::Large(value) => value > max,
            // Nor one that `u64` holds.
            Self::Rounded(value) if max <= u64::MAX.into() => value > max as f64 || value >= ABOVE_64_BITS,
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
    fn a_rounded_number_is_beyond_every_type_that_would_have_it_exactly() {
        let json = |text: &str| text.parse().ok().and_then(|number| Whole::of_json(&number));
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
