//! `rust_decimal::Decimal`: numbers with a point that are kept as they are written.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::schema::format::scalar;
use crate::schema::{Bound, Constraints, Formatted, Refusal};

/// No decimal is as far from zero as this.
const TWO_TO_THE_96TH: f64 = 79_228_162_514_264_337_593_543_950_336.0;

impl Formatted for Decimal {
    const NAME: Option<&'static str> = None;
    const PATTERN: Option<&'static str> = Some(r"^[+-]?\d{1,29}(\.\d{1,28})?$");
    const NUMBERS: Option<(f64, f64)> = Some((-TWO_TO_THE_96TH, TWO_TO_THE_96TH));

    /// As Python's `Decimal` reads text: space around it and underscores do not count, an exponent may follow.
    fn read(text: &str) -> Result<Self, Refusal> {
        let plain = text.trim().replace('_', "");
        plain
            .parse()
            .or_else(|_| Self::from_scientific(&plain))
            .map_err(|_| refusal(&plain))
    }

    fn refuse(value: &Value) -> Refusal {
        if value.is_number() {
            return too_long();
        }
        Refusal::new(
            "decimal_type",
            "Decimal input should be an integer, float, string or Decimal object",
        )
    }

    fn keeps(&self, constraints: &Constraints) -> bool {
        let holds = |limit: Option<Bound>, wanted: fn(Ordering) -> bool| {
            limit.is_none_or(|limit| wanted(against(*self, limit)))
        };
        holds(constraints.gt, Ordering::is_gt)
            && holds(constraints.ge, Ordering::is_ge)
            && holds(constraints.lt, Ordering::is_lt)
            && holds(constraints.le, Ordering::is_le)
            && constraints.multiple_of.is_none_or(|of| is_multiple(*self, of))
    }
}

scalar!(Decimal);

fn refusal(text: &str) -> Refusal {
    let unsigned = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
    if matches!(unsigned.as_str(), "nan" | "snan" | "inf" | "infinity") {
        return Refusal::new("finite_number", "Input should be a finite number");
    }
    // What is a number all the same has no place in the 96 bits of a decimal.
    if text.parse::<f64>().is_ok() {
        return too_long();
    }
    Refusal::new("decimal_parsing", "Input should be a valid decimal")
}

fn too_long() -> Refusal {
    const DIGITS: u8 = 28;
    let msg = format!("Decimal input should have no more than {DIGITS} digits in total");
    Refusal::new("decimal_max_digits", msg).with("max_digits", DIGITS)
}

/// The limit as it was written: `0.1` is one tenth, and not the number that a float makes of it.
fn exact(limit: Bound) -> Option<Decimal> {
    match limit {
        Bound::Integer(limit) => Decimal::try_from_i128_with_scale(limit, 0).ok(),
        Bound::Number(limit) => limit.to_string().parse().ok(),
    }
}

fn against(value: Decimal, limit: Bound) -> Ordering {
    match exact(limit) {
        Some(limit) => value.cmp(&limit),
        // No decimal is that far from zero.
        None if limit.as_f64() > 0.0 => Ordering::Less,
        None => Ordering::Greater,
    }
}

fn is_multiple(value: Decimal, of: Bound) -> bool {
    exact(of)
        .and_then(|of| value.checked_rem(of))
        .is_some_and(|rest| rest.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_python_reads_it() {
        for (text, value) in [
            ("12.50", "12.50"),
            ("7", "7"),
            (" 1.5 ", "1.5"),
            ("1_000.5", "1000.5"),
            ("1E+3", "1000"),
            ("1e-7", "0.0000001"),
        ] {
            assert_eq!(
                Decimal::read(text).map(|value| value.to_string()),
                Ok(value.into()),
                "{text}"
            );
        }
        for (text, kind) in [
            ("abc", "decimal_parsing"),
            ("", "decimal_parsing"),
            ("1,5", "decimal_parsing"),
            ("1e29", "decimal_max_digits"),
            ("NaN", "finite_number"),
            ("-Infinity", "finite_number"),
        ] {
            assert_eq!(
                Decimal::read(text).map_err(|refusal| refusal.kind),
                Err(kind),
                "{text}"
            );
        }
    }

    #[test]
    fn limits_are_exact() {
        let tenth = Bound::Number(0.1);
        let constraints = |gt, multiple_of| Constraints {
            gt,
            multiple_of,
            ..Constraints::NONE
        };
        for (text, constraints, kept) in [
            ("0.1", constraints(Some(tenth), None), false),
            (
                "0.1000000000000000000000001",
                constraints(Some(tenth), None),
                true,
            ),
            ("0.3", constraints(None, Some(tenth)), true),
            ("0.35", constraints(None, Some(tenth)), false),
            (
                "79228162514264337593543950335",
                constraints(Some(Bound::Integer(i128::MAX)), None),
                false,
            ),
            (
                "-79228162514264337593543950335",
                constraints(Some(Bound::Integer(i128::MIN)), None),
                true,
            ),
            ("1", constraints(None, Some(Bound::Integer(0))), false),
        ] {
            let value = Decimal::read(text).unwrap_or_default();
            assert_eq!(value.keeps(&constraints), kept, "{text}");
        }
    }
}
