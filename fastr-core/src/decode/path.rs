//! The one form of a path, in which requests and templates are compared.

/// The one form of a path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Canonical {
    /// The path has it, and nothing in it is encoded.
    #[default]
    Plain,
    /// The path has it.
    Same,
    /// It is another text.
    Other(String),
}

impl Canonical {
    /// The form of this path.
    #[inline]
    pub fn of<'path>(&'path self, path: &'path str) -> &'path str {
        match self {
            Self::Plain | Self::Same => path,
            Self::Other(form) => form,
        }
    }
}

/// The path in its one form.
///
/// A path can be percent-encoded in many ways that mean the same (RFC 3986, section 6.2.2). In the one form no byte is
/// encoded that a path can have as it is, but for an encoded slash, which does not separate; and every other byte is,
/// so that no two paths that mean the same differ, and none holds what some client takes for a slash.
#[inline]
pub fn canonical(path: &str) -> Canonical {
    // Without a branch for each byte; it is rare that one says no.
    if path.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return Canonical::Plain;
    }
    encoded(path)
}

#[cold]
fn encoded(path: &str) -> Canonical {
    let bytes = path.as_bytes();
    let mut form = String::with_capacity(path.len() + 16);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let decoded = (byte == b'%').then(|| escaped(bytes, at)).flatten();
        at += if decoded.is_some() { 3 } else { 1 };
        match decoded {
            Some(b'/') => form.push_str("%2F"),
            decoded => push(&mut form, decoded.unwrap_or(byte)),
        }
    }
    if form == path {
        Canonical::Same
    } else {
        Canonical::Other(form)
    }
}

/// Whether a byte of a path stands there as in the one form, and is not part of one that is encoded.
#[inline]
pub fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

/// [`stands_plain`] of every byte.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        let asked = byte as u8;
        plain[byte] = stands_plain(asked);
        byte += 1;
    }
    plain
};

/// What a path holds as it is: what RFC 3986 lets it, and the brackets, which every client sends plain.
const fn stands_plain(byte: u8) -> bool {
    matches!(
        byte,
        b'!' | b'$' | b'&'..=b';' | b'=' | b'@'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~'
    )
}

/// The byte that is written as `%XX` here.
fn escaped(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(digit(at + 1)? * 16 + digit(at + 2)?).ok()
}

fn push(form: &mut String, byte: u8) {
    if stands_plain(byte) {
        form.push(char::from(byte));
    } else {
        form.push_str(percent_encoding::percent_encode_byte(byte));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_mean_the_same_have_one_form() {
        for (path, form) in [
            ("/café", "/caf%C3%A9"),
            ("/caf%c3%a9", "/caf%C3%A9"),
            ("/%69tems/%7E", "/items/~"),
            ("/a b", "/a%20b"),
            ("/a%2fb", "/a%2Fb"),
            ("/a\\b", "/a%5Cb"),
            ("/100%", "/100%25"),
            ("/%zz", "/%25zz"),
            ("/%%34%31", "/%2541"),
            ("/%4", "/%254"),
            ("/{x}^|", "/%7Bx%7D%5E%7C"),
        ] {
            assert_eq!(canonical(path), Canonical::Other(form.to_owned()), "{path}");
            assert_eq!(canonical(form).of(form), form);
        }
    }

    #[test]
    fn a_path_in_the_one_form_is_left_alone() {
        for path in ["/", "", "/items/7", "/a/b;c=d,e@f:g+h(i)!j~k_l-m.n$&'*[0]"] {
            assert_eq!(canonical(path), Canonical::Plain, "{path}");
        }
        for path in ["/%C3%A9", "/%25"] {
            assert_eq!(canonical(path), Canonical::Same, "{path}");
        }
    }
}
