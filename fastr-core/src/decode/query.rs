//! The query string (WHATWG URL, `application/x-www-form-urlencoded`).

use std::borrow::Cow;

/// The value of the last pair with a key, as FastAPI takes it; nothing is copied that needs no decoding.
pub fn last<'query>(query: &'query str, key: &str) -> Option<Cow<'query, str>> {
    let mut found = None;
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if name == key || (needs_decoding(name) && decode(name) == key) {
            found = Some(value);
        }
    }
    found.map(decode)
}

fn needs_decoding(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'%' || byte == b'+')
}

fn decode(text: &str) -> Cow<'_, str> {
    if !needs_decoding(text) {
        return Cow::Borrowed(text);
    }
    // Neither `&` nor a leading `=` stands in `text` unencoded, but a later `=` may: it belongs to the value.
    let mut decoded = String::with_capacity(text.len());
    for (index, part) in text.split('=').enumerate() {
        if index > 0 {
            decoded.push('=');
        }
        if let Some((name, _)) = form_urlencoded::parse(part.as_bytes()).next() {
            decoded.push_str(&name);
        }
    }
    Cow::Owned(decoded)
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
}
