//! Texts with quotes, in which what JSON cannot hold is escaped.

use std::fmt::{self, Display, Write};

use crate::decode::json::text::{has_special, is_special};

/// Writes a text.
pub fn string(json: &mut Vec<u8>, text: &str) {
    quoted(json, text.as_bytes(), *b"\"");
}

/// Writes a name and the colon.
pub fn name(json: &mut Vec<u8>, name: &str) {
    quoted(json, name.as_bytes(), *b"\":");
}

#[expect(
    clippy::inline_always,
    reason = "measured: a short text is less than the call"
)]
#[inline(always)]
fn quoted<const END: usize>(json: &mut Vec<u8>, text: &[u8], end: [u8; END]) {
    json.push(b'"');
    if !short(json, text) {
        escaped(json, text);
    }
    json.extend_from_slice(&end);
}

/// Writes a text as it is, if it is short and has nothing to escape.
#[expect(
    clippy::inline_always,
    reason = "measured: a short text is less than the call"
)]
#[inline(always)]
fn short(json: &mut Vec<u8>, text: &[u8]) -> bool {
    match text.len() {
        8..=16 => from_both_ends::<8>(json, text),
        4..=7 => from_both_ends::<4>(json, text),
        2..=3 => from_both_ends::<2>(json, text),
        0 => true,
        _ => false,
    }
}

/// The same for a text of `N` to `2 * N` bytes: its first and its last ones, which may be the same in part.
#[expect(
    clippy::inline_always,
    reason = "measured: a short text is less than the call"
)]
#[inline(always)]
fn from_both_ends<const N: usize>(json: &mut Vec<u8>, text: &[u8]) -> bool {
    let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) else {
        return false;
    };
    if has_special(first) | has_special(last) {
        return false;
    }
    json.extend_from_slice(first);
    json.truncate(json.len() + text.len() - 2 * N);
    json.extend_from_slice(last);
    true
}

/// Writes what a value displays, as a text.
pub fn displayed<T: Display + ?Sized>(json: &mut Vec<u8>, value: &T) -> fmt::Result {
    json.push(b'"');
    write!(Inside(json), "{value}")?;
    json.push(b'"');
    Ok(())
}

/// Between the quotes of a text.
struct Inside<'json>(&'json mut Vec<u8>);

impl Write for Inside<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escaped(self.0, text.as_bytes());
        Ok(())
    }
}

/// Writes a text with its escapes.
fn escaped(json: &mut Vec<u8>, text: &[u8]) {
    let mut rest = text;
    while !rest.is_empty() {
        rest = plain(json, rest);
        rest = past_special(json, rest);
    }
}

/// Writes the beginning of a text as far as it is seen at once that nothing has to be escaped, and gives back the rest.
fn plain<'text>(json: &mut Vec<u8>, text: &'text [u8]) -> &'text [u8] {
    let (chunks, rest) = text.as_chunks::<16>();
    for (index, chunk) in chunks.iter().enumerate() {
        if has_special(chunk) {
            return &text[16 * index..];
        }
        json.extend_from_slice(chunk);
    }
    if short(json, rest) { &[] } else { rest }
}

/// Writes a text up to the first special byte, and that.
fn past_special<'text>(json: &mut Vec<u8>, text: &'text [u8]) -> &'text [u8] {
    for (index, byte) in text.iter().enumerate() {
        if is_special(*byte) {
            escape(json, *byte);
            return &text[index + 1..];
        }
        json.push(*byte);
    }
    &[]
}

#[cold]
fn escape(json: &mut Vec<u8>, byte: u8) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let digit = |value: u8| b"0123456789abcdef"[usize::from(value & 0xf)];
            json.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]);
            return;
        }
    };
    json.extend_from_slice(&[b'\\', letter]);
}
