//! `url::Url`, and [`HttpUrl`] for those of the web.

use std::fmt;

use serde_json::Value;
use url::Url;

use crate::schema::format::{scalar, text_of_serde};
use crate::schema::{Formatted, Refusal};

/// As browsers limit them, and pydantic with them.
const LONGEST: usize = 2083;

impl Formatted for Url {
    const NAME: Option<&'static str> = Some("uri");
    const LENGTHS: (Option<usize>, Option<usize>) = (Some(1), None);

    fn read(text: &str) -> Result<Self, Refusal> {
        let because = |reason: &str| Refusal::because("url_parsing", "Input should be a valid URL, ", reason);
        if text.is_empty() {
            return Err(because("input is empty"));
        }
        Self::parse(text).map_err(|error| because(&error.to_string()))
    }

    fn refuse(_: &Value) -> Refusal {
        Refusal::new("url_type", "URL input should be a string or URL")
    }
}

/// A URL of the web: `http` or `https`, and at most 2083 characters, as pydantic's `HttpUrl`.
///
/// It is read and spelled as the [URL Standard](https://url.spec.whatwg.org/) says.
///
/// ```
/// # use fastr_core::private::HttpUrl;
/// let url: HttpUrl = "HTTP://Example.com:80/a b".parse()?;
/// assert_eq!(url.as_str(), "http://example.com/a%20b");
/// assert!("ftp://example.com".parse::<HttpUrl>().is_err());
/// # Ok::<(), fastr_core::private::FormatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpUrl(Url);

impl HttpUrl {
    /// The URL as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The URL with its parts.
    pub fn as_url(&self) -> &Url {
        &self.0
    }
}

impl From<HttpUrl> for Url {
    fn from(url: HttpUrl) -> Self {
        url.0
    }
}

impl fmt::Display for HttpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn too_long() -> Refusal {
    let msg = format!("URL should have at most {LONGEST} characters");
    Refusal::new("url_too_long", msg).with("max_length", LONGEST)
}

impl Formatted for HttpUrl {
    const NAME: Option<&'static str> = Some("uri");
    const LENGTHS: (Option<usize>, Option<usize>) = (Some(1), Some(LONGEST));

    fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > LONGEST {
            return Err(too_long());
        }
        let url = Url::read(text)?;
        // What was left out or not yet encoded makes it longer, and it has to fit where it is said back.
        if url.as_str().len() > LONGEST {
            return Err(too_long());
        }
        if matches!(url.scheme(), "http" | "https") {
            return Ok(Self(url));
        }
        let schemes = "'http' or 'https'";
        let msg = format!("URL scheme should be {schemes}");
        Err(Refusal::new("url_scheme", msg).with("expected_schemes", schemes))
    }

    fn refuse(value: &Value) -> Refusal {
        Url::refuse(value)
    }
}

scalar!(Url, HttpUrl);
text_of_serde!(HttpUrl);
