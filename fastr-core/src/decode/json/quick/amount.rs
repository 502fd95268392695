//! Numbers: whole ones of 64 bits and floats, each the one next to what is written.

use serde::de::{Error as _, Expected, Unexpected, Visitor};
use serde_json::{Error, Result};

use super::Reader;
use super::refusal::{NUMBER, RANGE, refused};
use crate::decode::json::number::{digit, length, whole};

/// Powers of ten that are floats.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// Up to here, all whole numbers are floats.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

/// So many digits are always less than 2⁶⁴.
const FEW: usize = 19;

/// In so many bytes are no more than seven digits and a point. They and the power of ten are `f32`s, and an `f64` has more than
/// twice as many digits as an `f32`, and two: so to round their quotient twice is to round it once.
const SHORT: usize = 8;

/// A number as a visitor is handed it.
#[derive(Clone, Copy)]
pub enum Amount {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
}

impl Amount {
    #[inline]
    pub fn visit<'text, V: Visitor<'text>>(self, visitor: V) -> Result<V::Value> {
        match self {
            Self::Unsigned(number) => visitor.visit_u64(number),
            Self::Signed(number) => visitor.visit_i64(number),
            Self::Float(number) => visitor.visit_f64(number),
        }
    }

    pub fn invalid_type(self, expected: &dyn Expected) -> Error {
        let found = match self {
            Self::Unsigned(number) => Unexpected::Unsigned(number),
            Self::Signed(number) => Unexpected::Signed(number),
            Self::Float(number) => Unexpected::Float(number),
        };
        Error::invalid_type(found, expected)
    }

    /// A whole number that 64 bits can hold, or the float next to it. -0 is a float.
    #[allow(
        clippy::cast_precision_loss,
        reason = "the float next to it is what is wanted"
    )]
    fn whole(digits: u64, is_negative: bool) -> Self {
        match 0_i64.checked_sub_unsigned(digits) {
            _ if !is_negative => Self::Unsigned(digits),
            Some(number) if number < 0 => Self::Signed(number),
            _ => Self::Float(-(digits as f64)),
        }
    }
}

impl<'text> Reader<'text> {
    /// Reads a number whose first byte has been peeked at.
    pub fn amount(&mut self) -> Result<Amount> {
        let bytes = self.json.as_bytes();
        let is_negative = bytes.get(self.at) == Some(&b'-');
        let from = self.at + usize::from(is_negative);
        let (digits, end) = gather(bytes, from, 0);
        let is_usual = match end - from {
            1 => true,
            2..=FEW => bytes.get(from) != Some(&b'0'),
            _ => false,
        };
        match bytes.get(end) {
            _ if !is_usual => self.unusual(),
            Some(b'.') => self.fraction(digits, from, end, is_negative),
            Some(b'e' | b'E') => self.scaled(digits, 0, end, is_negative),
            _ => {
                self.at = end;
                Ok(Amount::whole(digits, is_negative))
            }
        }
    }

    /// Reads a number whose digits before the point are known.
    fn fraction(&mut self, whole: u64, from: usize, point: usize, is_negative: bool) -> Result<Amount> {
        let bytes = self.json.as_bytes();
        let (digits, end) = gather(bytes, point + 1, whole);
        let places = end - point - 1;
        // The point is none of the digits.
        if places == 0 || end - from > FEW + 1 {
            return self.unusual();
        }
        match bytes.get(end) {
            Some(b'e' | b'E') => self.scaled(digits, places, end, is_negative),
            _ => self.float(nearest(digits, 0, places), end, is_negative),
        }
    }

    /// Reads a number whose digits before the exponent are known, so many of them behind the point.
    fn scaled(&mut self, digits: u64, places: usize, at: usize, is_negative: bool) -> Result<Amount> {
        match exponent(self.json.as_bytes(), at) {
            Some((up, down, end)) => self.float(nearest(digits, up, places + down), end, is_negative),
            None => self.unusual(),
        }
    }

    #[inline]
    fn float(&mut self, number: Option<f64>, end: usize, is_negative: bool) -> Result<Amount> {
        let Some(number) = number else {
            return self.unusual();
        };
        self.at = end;
        Ok(Amount::Float(if is_negative { -number } else { number }))
    }

    /// Reads a number of many digits, or with an exponent, or what is none.
    #[cold]
    fn unusual(&mut self) -> Result<Amount> {
        let rest = self.json.get(self.at..).unwrap_or_default();
        let length = length(rest.as_bytes()).ok_or_else(|| refused(NUMBER))?;
        let (number, behind) = rest.split_at_checked(length).unwrap_or_default();
        if behind.starts_with(|next| matches!(next, '.' | 'e' | 'E' | '0'..='9')) {
            return Err(refused(NUMBER));
        }
        self.at += length;
        if let Ok(digits) = number.trim_start_matches('-').parse() {
            return Ok(Amount::whole(digits, number.starts_with('-')));
        }
        match number.parse() {
            Ok(number) if f64::is_finite(number) => Ok(Amount::Float(number)),
            _ => Err(refused(RANGE)),
        }
    }

    /// Reads a number for which an `f32` is wanted, and so the one next to it, which the `f64` next to it may miss.
    pub fn short_amount(&mut self) -> Result<Amount> {
        let from = self.at;
        let amount = self.amount()?;
        let Amount::Float(number) = amount else {
            return Ok(amount);
        };
        let written = self.json.get(from..self.at).unwrap_or_default();
        let number = match written.len() {
            ..=SHORT if !written.bytes().any(|byte| byte > b'9') => rounded(number),
            _ => written.parse().unwrap_or(f32::INFINITY),
        };
        if number.is_finite() {
            Ok(Amount::Float(number.into()))
        } else {
            Err(refused(RANGE))
        }
    }

    /// Reads the digits of a whole number of any size.
    pub fn whole(&mut self) -> Result<&'text str> {
        let rest = self.json.get(self.at..).unwrap_or_default();
        let length = whole(rest.as_bytes()).ok_or_else(|| refused(NUMBER))?;
        let (number, behind) = rest.split_at_checked(length).unwrap_or_default();
        if behind.starts_with(|next: char| next.is_ascii_digit()) {
            return Err(refused(NUMBER));
        }
        self.at += length;
        Ok(number)
    }
}

/// What the digits at a place amount to, behind those that came before, and where they end. Of more than [`FEW`], it is no
/// more than an idea.
#[inline]
fn gather(bytes: &[u8], from: usize, before: u64) -> (u64, usize) {
    let (mut amount, mut at) = (before, from);
    while let Some(digit) = digit(bytes, at) {
        amount = amount.wrapping_mul(10).wrapping_add(digit);
        at += 1;
    }
    (amount, at)
}

/// The float next to some digits as a whole number, lifted and lowered by powers of ten. Where both are floats, they are one
/// step away from it.
#[inline]
#[allow(clippy::cast_precision_loss, reason = "nothing is lost up to `EXACT`")]
fn nearest(digits: u64, up: usize, down: usize) -> Option<f64> {
    if digits > EXACT {
        return None;
    }
    // One of them is 1.
    let lift = TENS.get(up.saturating_sub(down))?;
    let lower = TENS.get(down.saturating_sub(up))?;
    Some(digits as f64 * lift / lower)
}

/// By how many powers of ten an exponent lifts or lowers what stands before it, and where it ends.
fn exponent(bytes: &[u8], at: usize) -> Option<(usize, usize, usize)> {
    let (is_down, from) = match bytes.get(at + 1)? {
        b'-' => (true, at + 2),
        b'+' => (false, at + 2),
        _ => (false, at + 1),
    };
    let (power, end) = gather(bytes, from, 0);
    let power = usize::try_from(power).ok()?;
    match end - from {
        1..=3 if is_down => Some((0, power, end)),
        1..=3 => Some((power, 0, end)),
        _ => None,
    }
}

/// The `f32` next to an `f64`.
#[allow(clippy::cast_possible_truncation, reason = "it is what is asked for")]
fn rounded(number: f64) -> f32 {
    number as f32
}
