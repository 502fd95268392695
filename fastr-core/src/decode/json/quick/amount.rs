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
            Some(b'.') => self.decimal(digits, end - from, end + 1, is_negative),
            Some(b'e' | b'E') => self.unusual(),
            _ => {
                self.at = end;
                Ok(Amount::whole(digits, is_negative))
            }
        }
    }

    /// Reads a number as far as the point before `from`. When its digits and the power of ten are floats, their quotient is the
    /// float next to it.
    #[allow(clippy::cast_precision_loss, reason = "nothing is lost up to `EXACT`")]
    fn decimal(&mut self, digits: u64, count: usize, from: usize, is_negative: bool) -> Result<Amount> {
        let bytes = self.json.as_bytes();
        let (digits, end) = gather(bytes, from, digits);
        let places = end - from;
        let is_few = places > 0 && count + places <= FEW && digits <= EXACT;
        match TENS.get(places) {
            Some(ten) if is_few && !matches!(bytes.get(end), Some(b'e' | b'E')) => {
                self.at = end;
                let number = digits as f64 / ten;
                Ok(Amount::Float(if is_negative { -number } else { number }))
            }
            _ => self.unusual(),
        }
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
        let Amount::Float(_) = amount else {
            return Ok(amount);
        };
        let written = self.json.get(from..self.at).unwrap_or_default();
        match written.parse::<f32>() {
            Ok(number) if number.is_finite() => Ok(Amount::Float(number.into())),
            _ => Err(refused(RANGE)),
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
