//! Whether a client has a file already (RFC 9110, sections 8.8 and 13).

use std::time::SystemTime;

use http::header::{IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE};
use http::{HeaderMap, HeaderName};

/// What tells one state of a file from another.
#[derive(Debug)]
pub struct Validators {
    /// The entity tag, with its quotes.
    pub etag: String,
    /// The time of its last change, to the second, where the system knows it.
    pub modified: Option<String>,
}

impl Validators {
    /// Those of a file with this length that was changed then.
    pub fn of(length: u64, modified: Option<SystemTime>) -> Self {
        let since = modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        let stamp = since.unwrap_or_default().as_nanos();
        Self {
            etag: format!("\"{stamp:x}-{length:x}\""),
            modified: modified.filter(|_| since.is_some()).map(httpdate::fmt_http_date),
        }
    }

    /// Whether the client has the file as it is, so that 304 is enough. Dates are asked only where there are no tags
    /// (section 13.2.2).
    pub fn known_to(&self, headers: &HeaderMap) -> bool {
        let mut tags = headers.get_all(IF_NONE_MATCH).iter().peekable();
        if tags.peek().is_some() {
            return tags.any(|tags| tags.to_str().is_ok_and(|tags| self.is_among(tags)));
        }
        let since = text(headers, &IF_MODIFIED_SINCE).and_then(|date| httpdate::parse_http_date(date).ok());
        let modified = self
            .modified
            .as_deref()
            .and_then(|date| httpdate::parse_http_date(date).ok());
        matches!((since, modified), (Some(since), Some(modified)) if modified <= since)
    }

    /// Whether a part of the file fits to what the client has (section 13.1.5): by the very tag, or the very date.
    pub fn fit(&self, headers: &HeaderMap) -> bool {
        match headers.get(IF_RANGE) {
            None => true,
            Some(_) => text(headers, &IF_RANGE)
                .is_some_and(|wanted| wanted == self.etag || self.modified.as_deref() == Some(wanted)),
        }
    }

    /// The weak comparison (section 8.8.3.2). Our own tags have no comma.
    fn is_among(&self, tags: &str) -> bool {
        let mut tags = tags.split(',').map(str::trim);
        tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.etag)
    }
}

fn text<'headers>(headers: &'headers HeaderMap, name: &HeaderName) -> Option<&'headers str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::HeaderValue;

    use super::*;

    const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

    fn validators() -> Validators {
        let modified = SystemTime::UNIX_EPOCH + Duration::from_millis(784_111_777_500);
        Validators::of(10, Some(modified))
    }

    fn with(headers: &[(HeaderName, &str)]) -> HeaderMap {
        let pairs = headers.iter().map(|(name, value)| {
            let value = HeaderValue::from_str(value).unwrap_or_else(|_| panic!("{value}"));
            (name.clone(), value)
        });
        pairs.collect()
    }

    #[test]
    fn a_client_that_has_it_is_known_by_its_tag_or_else_its_date() {
        let file = validators();
        let etag = file.etag.clone();
        for (headers, known) in [
            (vec![], false),
            (vec![(IF_NONE_MATCH, etag.clone())], true),
            (vec![(IF_NONE_MATCH, format!("\"x\", W/{etag}"))], true),
            (vec![(IF_NONE_MATCH, "*".into())], true),
            (vec![(IF_NONE_MATCH, "\"x\"".into())], false),
            (vec![(IF_MODIFIED_SINCE, DATE.into())], true),
            (
                vec![(IF_MODIFIED_SINCE, "Sun, 06 Nov 1994 08:49:36 GMT".into())],
                false,
            ),
            (vec![(IF_MODIFIED_SINCE, "yesterday".into())], false),
            // The tag counts, and not the date.
            (
                vec![(IF_NONE_MATCH, "\"x\"".into()), (IF_MODIFIED_SINCE, DATE.into())],
                false,
            ),
        ] {
            let pairs: Vec<_> = headers
                .iter()
                .map(|(name, value)| (name.clone(), value.as_str()))
                .collect();
            assert_eq!(file.known_to(&with(&pairs)), known, "{headers:?}");
        }
    }

    #[test]
    fn a_part_fits_to_the_very_same_file_alone() {
        let file = validators();
        let weak = format!("W/{}", file.etag);
        for (value, fits) in [
            (file.etag.as_str(), true),
            (DATE, true),
            ("\"x\"", false),
            (&weak, false),
        ] {
            assert_eq!(file.fit(&with(&[(IF_RANGE, value)])), fits, "{value}");
        }
        assert!(file.fit(&HeaderMap::new()));
    }
}
