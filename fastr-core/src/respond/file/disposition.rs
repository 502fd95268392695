//! What a client should do with a file, and what it should call it (RFC 6266).

use http::HeaderValue;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 8187 lets stand as it is (`attr-char`).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The value of `content-disposition`. A name that not every client reads alike is said twice: for the old ones with what
/// they can read, and for all others as it is.
pub fn disposition(kind: &str, name: Option<&str>) -> HeaderValue {
    let text = name.map_or_else(
        || kind.to_owned(),
        |name| {
            let readable: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
            if readable == name {
                format!("{kind}; filename=\"{name}\"")
            } else {
                let encoded = utf8_percent_encode(name, ENCODED);
                format!("{kind}; filename=\"{readable}\"; filename*=UTF-8''{encoded}")
            }
        },
    );
    // All of it is visible ASCII now.
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("attachment"))
}

/// `%` would be decoded by some (RFC 6266, appendix D).
fn is_plain(c: char) -> bool {
    c == ' ' || c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_plain_is_said_twice() {
        for (name, expected) in [
            (None, "attachment"),
            (Some("a b.txt"), "attachment; filename=\"a b.txt\""),
            (
                Some("naïve \"x\".txt"),
                "attachment; filename=\"na_ve _x_.txt\"; filename*=UTF-8''na%C3%AFve%20%22x%22.txt",
            ),
            (
                Some("a\r\nb"),
                "attachment; filename=\"a__b\"; filename*=UTF-8''a%0D%0Ab",
            ),
            (
                Some("100%"),
                "attachment; filename=\"100_\"; filename*=UTF-8''100%25",
            ),
        ] {
            assert_eq!(disposition("attachment", name), expected);
        }
    }
}
