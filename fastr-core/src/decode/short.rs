//! Short texts, compared without a call of `memcmp`.

/// Whether a text begins with another. Most names are short: two words of memory are compared at once, and nothing is called.
#[inline]
pub fn begins_with(text: &[u8], start: &[u8]) -> bool {
    let Some(text) = text.get(..start.len()) else {
        return false;
    };
    match start.len() {
        2..=3 => ends::<2>(text) == ends::<2>(start),
        4..=7 => ends::<4>(text) == ends::<4>(start),
        8..=16 => ends::<8>(text) == ends::<8>(start),
        _ => text == start,
    }
}

/// The first bytes and the last ones, which may be the same in part.
#[inline]
fn ends<const N: usize>(text: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
    Some((text.first_chunk()?, text.last_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::begins_with;

    #[test]
    fn a_text_begins_with_its_own_start_and_no_other() {
        let text = b"abcdefghijklmnopqrst";
        for length in 0..=text.len() {
            assert!(begins_with(text, &text[..length]), "{length}");
            assert!(
                !begins_with(&text[..length], &[text.as_slice(), b"u"].concat()),
                "{length}"
            );
            for at in 0..length {
                let mut other = text[..length].to_vec();
                other[at] = b'!';
                assert!(!begins_with(text, &other), "{at} of {length}");
            }
        }
    }
}
