//! The query string, and forms in the same encoding (WHATWG URL, `application/x-www-form-urlencoded`).

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// The value of the last pair with a key, as FastAPI takes it; nothing is copied that needs no decoding.
pub fn last<'query>(query: &'query str, key: &str) -> Option<Cow<'query, str>> {
    let query = Query::new(query);
    query.values(key).last().map(|value| query.decode(value))
}

/// The values of all pairs with a key, in order.
pub fn all<'query>(query: &'query str, key: &str) -> Vec<Cow<'query, str>> {
    let query = Query::new(query);
    query.values(key).map(|value| query.decode(value)).collect()
}

/// All pairs, decoded.
pub fn pairs(query: &str) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    pairs_in(query)
        .map(|pair| {
            let (name, value) = split(pair, b'=');
            (decode(name), decode(value.unwrap_or_default()))
        })
        .collect()
}

fn pairs_in(query: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(query);
    std::iter::from_fn(move || {
        let (pair, others) = split(rest?, b'&');
        rest = others;
        Some(pair)
    })
    .filter(|pair| !pair.is_empty())
}

/// A query string that is searched for a key. Where nothing in it is encoded, no name and no value is looked at for that.
#[derive(Clone, Copy)]
struct Query<'query> {
    text: &'query str,
    is_encoded: bool,
}

impl<'query> Query<'query> {
    fn new(text: &'query str) -> Self {
        let is_encoded = needs_decoding(text);
        Self { text, is_encoded }
    }

    /// The values of the pairs with a key, as they were sent.
    fn values(self, key: &str) -> impl Iterator<Item = &'query str> {
        pairs_in(self.text).filter_map(move |pair| self.value_of(pair, key))
    }

    /// The value of a pair, if it has this key. Only a name with an escape in it is decoded.
    fn value_of(self, pair: &'query str, key: &str) -> Option<&'query str> {
        if let Some(rest) = pair.strip_prefix(key) {
            if rest.is_empty() {
                return Some("");
            }
            if let Some(value) = rest.strip_prefix('=') {
                return Some(value);
            }
        }
        if !self.is_encoded {
            return None;
        }
        let (name, value) = split(pair, b'=');
        (needs_decoding(name) && decode(name) == key).then(|| value.unwrap_or_default())
    }

    fn decode(self, value: &'query str) -> Cow<'query, str> {
        if self.is_encoded {
            decode(value)
        } else {
            Cow::Borrowed(value)
        }
    }
}

/// What stands before the first such byte, and what behind it.
fn split(text: &str, at: u8) -> (&str, Option<&str>) {
    match memchr(at, text.as_bytes()) {
        Some(place) => (&text[..place], Some(&text[place + 1..])),
        None => (text, None),
    }
}

fn needs_decoding(text: &str) -> bool {
    memchr2(b'%', b'+', text.as_bytes()).is_some()
}

fn decode(text: &str) -> Cow<'_, str> {
    if !needs_decoding(text) {
        return Cow::Borrowed(text);
    }
    let spaced = text.replace('+', " ");
    Cow::Owned(
        percent_encoding::percent_decode_str(&spaced)
            .decode_utf8_lossy()
            .into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_key_counts() {
        for (query, key, value) in [
            ("q=1", "q", Some("1")),
            ("q=1&q=2", "q", Some("2")),
            ("a=1", "q", None),
            ("", "q", None),
            ("", "", None),
            ("q", "q", Some("")),
            ("q=", "q", Some("")),
            ("q=a+b%20c", "q", Some("a b c")),
            ("q=a=b", "q", Some("a=b")),
            ("q=%26=%3D", "q", Some("&==")),
            ("%71=x", "q", Some("x")),
            ("q=%ff", "q", Some("\u{fffd}")),
            ("q=%zz", "q", Some("%zz")),
            ("&&q=1&&", "q", Some("1")),
        ] {
            assert_eq!(last(query, key).as_deref(), value, "{query} {key}");
        }
    }

    #[test]
    fn all_values_of_a_key_are_found_in_order() {
        assert_eq!(all("q=1&a=2&q=3", "q"), ["1", "3"]);
        assert!(all("a=2", "q").is_empty());
    }
}
