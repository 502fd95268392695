//! Which part of a file is wanted (RFC 9110, section 14).
//!
//! A request for several parts gets the whole, as section 14.2 lets a server do: their answer would be another format, which hardly
//! any client reads, and which can be made larger than the file.

use std::ops::Range;

/// What a `Range` header wants of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
}

/// What is wanted of a file with this length. A header that cannot be understood wants nothing special.
pub fn wanted(header: &str, length: u64) -> Wanted {
    part(header, length).unwrap_or(Wanted::Whole)
}

fn part(header: &str, length: u64) -> Option<Wanted> {
    let (unit, range) = header.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    if !unit.eq_ignore_ascii_case("bytes") {
        return None;
    }
    let part = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..length.min(last.saturating_add(1)),
        (Some(first), None) if last.is_empty() => first..length,
        (None, Some(count)) if first.is_empty() => length.saturating_sub(count)..length,
        _ => return None,
    };
    Some(if part.is_empty() {
        Wanted::Nothing
    } else {
        Wanted::Part(part)
    })
}

/// Digits alone: `+1` is none. What is greater than any file is the greatest.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::Wanted::{Nothing, Part, Whole};
    use super::*;

    #[test]
    fn a_part_lies_within_the_file() {
        for (header, expected) in [
            ("bytes=0-4", Part(0..5)),
            ("Bytes=0-0", Part(0..1)),
            ("bytes=5-", Part(5..10)),
            ("bytes=-3", Part(7..10)),
            ("bytes=-30", Part(0..10)),
            ("bytes=9-99999999999999999999", Part(9..10)),
            ("bytes=10-", Nothing),
            ("bytes=10-12", Nothing),
            ("bytes=-0", Nothing),
            ("bytes=99999999999999999999-", Nothing),
            ("bytes=4-3", Whole),
            ("bytes=0-1,3-4", Whole),
            ("bytes=-", Whole),
            ("bytes=+1-2", Whole),
            ("bytes=a-b", Whole),
            ("lines=0-4", Whole),
            ("bytes", Whole),
            ("", Whole),
        ] {
            assert_eq!(wanted(header, 10), expected, "{header}");
        }
        assert_eq!(wanted("bytes=0-", 0), Nothing);
        assert_eq!(wanted("bytes=-1", 0), Nothing);
    }
}
