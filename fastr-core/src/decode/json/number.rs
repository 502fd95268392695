//! The numbers of JSON (RFC 8259, section 6), as they are written.

/// The length of the number with which a text begins. A point or an exponent without digits is not part of it.
pub fn length(text: &[u8]) -> Option<usize> {
    let whole = whole(text)?;
    let fraction = fraction(text.get(whole..)?);
    let exponent = exponent(text.get(whole + fraction..)?);
    Some(whole + fraction + exponent)
}

/// The length of the sign and the digits with which a text begins.
pub fn whole(text: &[u8]) -> Option<usize> {
    let sign = usize::from(text.first() == Some(&b'-'));
    match text.get(sign)? {
        b'0' => Some(sign + 1),
        b'1'..=b'9' => Some(sign + digits(text.get(sign..)?)),
        _ => None,
    }
}

/// The digit at a place.
#[inline]
pub fn digit(text: &[u8], at: usize) -> Option<u64> {
    let digit = text.get(at)?.wrapping_sub(b'0');
    (digit < 10).then(|| digit.into())
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn fraction(text: &[u8]) -> usize {
    match text {
        [b'.', rest @ ..] if digits(rest) > 0 => 1 + digits(rest),
        _ => 0,
    }
}

fn exponent(text: &[u8]) -> usize {
    let (before, rest) = match text {
        [b'e' | b'E', b'+' | b'-', rest @ ..] => (2, rest),
        [b'e' | b'E', rest @ ..] => (1, rest),
        _ => return 0,
    };
    match digits(rest) {
        0 => 0,
        count => before + count,
    }
}
