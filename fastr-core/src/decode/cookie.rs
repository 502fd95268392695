//! The `Cookie` header (RFC 6265, section 5.4).

use std::borrow::Cow;

use http::HeaderMap;
use http::header::COOKIE;

use super::header::text;

/// All pairs, in the order of the request; quotes around a value do not belong to it.
pub fn pairs(headers: &HeaderMap) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    headers
        .get_all(COOKIE)
        .iter()
        .flat_map(|header| split(text(header)))
        .collect()
}

fn split(header: Cow<'_, str>) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    match header {
        Cow::Borrowed(header) => header
            .split(';')
            .filter_map(pair)
            .map(|(name, value)| (name.into(), value))
            .collect(),
        Cow::Owned(header) => header
            .split(';')
            .filter_map(pair)
            .map(|(name, value)| (name.to_owned().into(), value.into_owned().into()))
            .collect(),
    }
}

fn pair(text: &str) -> Option<(&str, Cow<'_, str>)> {
    let (name, value) = text.split_once('=')?;
    let value = value.trim();
    let value = match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        Some(quoted) => unescaped(quoted),
        None => value.into(),
    };
    Some((name.trim(), value))
}

/// The text of quotes, in which Python's cookies have `\"` and `\ooo` for what cannot stand there.
fn unescaped(quoted: &str) -> Cow<'_, str> {
    if !quoted.contains('\\') {
        return quoted.into();
    }
    let mut bytes = Vec::with_capacity(quoted.len());
    let mut rest = quoted.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let (byte, behind) = match (first, behind) {
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', behind @ ..]) => {
                (((a - b'0') << 6) | ((b - b'0') << 3) | (c - b'0'), behind)
            }
            (b'\\', [byte, behind @ ..]) => (*byte, behind),
            (byte, behind) => (byte, behind),
        };
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_taken_apart() {
        let mut headers = HeaderMap::new();
        headers.append(
            COOKIE,
            http::HeaderValue::from_static("a=1; b = 2 ;c=\"x y\"; nameless; d=e=f"),
        );
        headers.append(COOKIE, http::HeaderValue::from_static("a=3"));
        let found: Vec<String> = pairs(&headers)
            .iter()
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        assert_eq!(found, ["a:1", "b:2", "c:x y", "d:e=f", "a:3"]);
    }

    #[test]
    fn what_a_response_sets_comes_back() {
        for value in ["", "plain", "a b", "a;b,c", "\"\\\r\n", "é ∞", "\\073"] {
            let set = crate::cookie::Cookie::new("k", value).path(None).same_site(None);
            let mut headers = HeaderMap::new();
            headers.append(COOKIE, (&set).into());
            assert_eq!(pairs(&headers), [("k".into(), value.into())], "{set}");
        }
    }
}
