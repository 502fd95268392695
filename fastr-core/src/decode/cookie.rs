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
            .map(|(name, value)| (name.into(), value.into()))
            .collect(),
        Cow::Owned(header) => header
            .split(';')
            .filter_map(pair)
            .map(|(name, value)| (name.to_owned().into(), value.to_owned().into()))
            .collect(),
    }
}

fn pair(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once('=')?;
    let value = value.trim();
    let bare = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'))
        .unwrap_or(value);
    Some((name.trim(), bare))
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
}
