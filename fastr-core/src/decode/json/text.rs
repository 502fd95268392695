//! The texts of JSON (RFC 8259, section 7): runs of bytes that mean themselves, and escapes.
//!
//! A text is known by the place of its opening quote.

use super::mistake::{CONTROL, ESCAPE, Mistake, UNICODE, UNTERMINATED};

/// What each byte of eight is multiplied with to be in all of them.
const EACH: u64 = u64::MAX / 255;

/// What stands in the quotes, if all of it means itself.
#[inline]
pub fn plain(json: &str, quote: usize) -> Option<&str> {
    let from = quote + 1;
    let end = run(json.as_bytes(), from);
    match json.as_bytes().get(end) {
        Some(b'"') => json.get(from..end),
        _ => None,
    }
}

/// Whether all of a text means itself, so that it stands in JSON as it is.
pub fn means_itself(text: &str) -> bool {
    !text.bytes().any(is_special)
}

/// Whether one of the bytes does not mean itself. All are looked at together.
#[inline]
pub fn has_special<const N: usize>(bytes: &[u8; N]) -> bool {
    bytes
        .iter()
        .fold(false, |special, byte| special | is_special(*byte))
}

/// Whether a byte stands for something else in a text, or in none: a quote, a backslash, a control character.
#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "a branch would keep the compiler from looking at many together"
)]
pub const fn is_special(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

/// Writes down what a text means that has an escape, or is none; the place behind it.
///
/// # Errors
///
/// The first mistake in it.
pub fn unescape(json: &str, quote: usize, meant: &mut String) -> Result<usize, Mistake> {
    let bytes = json.as_bytes();
    let mut at = quote + 1;
    loop {
        let end = run(bytes, at);
        meant.push_str(json.get(at..end).unwrap_or_default());
        at = end;
        // Where one letter is written as an escape, those beside it often are.
        while bytes.get(at) == Some(&b'\\') {
            let (character, behind) = escape(bytes, at, quote)?;
            meant.push(character);
            at = behind;
        }
        match bytes.get(at) {
            None => return Err((quote, UNTERMINATED)),
            Some(b'"') => return Ok(at + 1),
            Some(..b' ') => return Err((at, CONTROL)),
            Some(_) => {}
        }
    }
}

/// The place behind a text of which nobody wants to know what it means: half a surrogate pair is let pass.
///
/// # Errors
///
/// The first mistake in it.
pub fn pass(bytes: &[u8], quote: usize) -> Result<usize, Mistake> {
    let mut from = quote + 1;
    loop {
        let end = run(bytes, from);
        from = match bytes.get(end) {
            None => return Err((quote, UNTERMINATED)),
            Some(b'"') => return Ok(end + 1),
            Some(b'\\') if bytes.get(end + 1) == Some(&b'u') => code_unit(bytes, end).map(|_| end + 6)?,
            Some(b'\\') => escape(bytes, end, quote)?.1,
            Some(_) => return Err((end, CONTROL)),
        };
    }
}

/// Where the bytes that mean themselves end.
#[inline]
fn run(bytes: &[u8], from: usize) -> usize {
    let (eights, rest) = bytes.get(from..).unwrap_or_default().as_chunks();
    for (index, eight) in eights.iter().enumerate() {
        let found = special(u64::from_le_bytes(*eight));
        if found != 0 {
            return from + index * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let left = rest.iter().position(|byte| is_special(*byte));
    let left = left.unwrap_or(rest.len());
    from + eights.len() * 8 + left
}

/// The upper bit of each byte that is a quote, a backslash or a control character; behind the first of them, of others too.
///
/// A subtraction borrows from the upper bit where a byte is less, as in Mycroft's search for a zero. To change the second bit
/// puts the quote right below the control characters' end, so that one subtraction finds both.
#[inline]
const fn special(eight: u64) -> u64 {
    let quote_or_control = (eight ^ (EACH * 2)).wrapping_sub(EACH * 0x21);
    let backslash = (eight ^ (EACH * b'\\' as u64)).wrapping_sub(EACH);
    (quote_or_control | backslash) & !eight & (EACH << 7)
}

/// What an escape means, and the place behind it.
fn escape(bytes: &[u8], at: usize, quote: usize) -> Result<(char, usize), Mistake> {
    let meant = match bytes.get(at + 1) {
        None => return Err((quote, UNTERMINATED)),
        Some(&itself @ (b'"' | b'\\' | b'/')) => char::from(itself),
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, at),
        Some(_) => return Err((at, ESCAPE)),
    };
    Ok((meant, at + 2))
}

/// What one escape, or the two of a surrogate pair, mean.
fn unicode(bytes: &[u8], at: usize) -> Result<(char, usize), Mistake> {
    let lone = (at + 1, UNICODE);
    let first = code_unit(bytes, at)?;
    if let Some(meant) = char::from_u32(first.into()) {
        return Ok((meant, at + 6));
    }
    let is_first = matches!(first, 0xd800..=0xdbff);
    if !is_first || bytes.get(at + 6..at + 8) != Some(b"\\u") {
        return Err(lone);
    }
    let pair = [first, code_unit(bytes, at + 6)?];
    match char::decode_utf16(pair).next() {
        Some(Ok(meant)) => Ok((meant, at + 12)),
        _ => Err(lone),
    }
}

/// The four digits behind `\u`. Something must stand behind them, if only the closing quote.
fn code_unit(bytes: &[u8], at: usize) -> Result<u16, Mistake> {
    let digits = bytes.get(at + 2..).and_then(<[u8]>::first_chunk);
    digits
        .and_then(|[digits @ .., _]: &[u8; 5]| number(digits))
        .ok_or((at + 1, UNICODE))
}

/// The number that hexadecimal digits are.
fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0, |number, &digit| {
        let digit = u16::try_from(char::from(digit).to_digit(16)?).ok()?;
        Some(number << 4 | digit)
    })
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn a_run_ends_at_the_first_byte_that_means_something_else() {
        for byte in 0..=u8::MAX {
            for filler in [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xdc, 0xff] {
                for at in 0..20 {
                    let mut bytes = [filler; 20];
                    bytes[at] = byte;
                    let ends = matches!(byte, b'"' | b'\\' | 0..0x20);
                    assert_eq!(
                        run(&bytes, 0),
                        if ends { at } else { 20 },
                        "{byte} among {filler}"
                    );
                    assert_eq!(
                        run(&bytes, at),
                        if ends { at } else { 20 },
                        "{byte} before {filler}"
                    );
                }
            }
        }
    }
}
