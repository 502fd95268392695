//! Step 1: a cookie as a response sets it (RFC 6265, section 4.1; RFC 6265bis for the newer attributes).

use std::fmt::{self, Write};
use std::time::{Duration, SystemTime};

use http::HeaderValue;

/// Which requests of other sites a browser sends a cookie with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameSite {
    /// None.
    Strict,
    /// Those that lead here, such as a link that was followed.
    Lax,
    /// All. Browsers take it only with `Secure`, so that is sent too.
    None,
}

/// A cookie to be set: what FastAPI's `response.set_cookie` takes.
///
/// It is sent for every path and with `SameSite=Lax` unless something else is said, as there. A value that cannot stand in a cookie
/// as it is goes in quotes, and comes back as it was: through `#[cookie]`, and to FastAPI.
///
/// ```
/// # use fastr_core::private::{Cookie, SameSite};
/// # use std::time::Duration;
/// let cookie = Cookie::new("session", "x7")
///     .max_age(Duration::from_hours(1))
///     .secure()
///     .http_only()
///     .same_site(SameSite::Strict);
/// assert_eq!(
///     cookie.to_string(),
///     "session=x7; HttpOnly; Max-Age=3600; Path=/; SameSite=Strict; Secure"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    name: String,
    value: String,
    max_age: Option<Duration>,
    expires: Option<SystemTime>,
    path: Option<String>,
    domain: Option<String>,
    secure: bool,
    http_only: bool,
    same_site: Option<SameSite>,
    partitioned: bool,
}

impl Cookie {
    /// A cookie with a name and a value, for as long as the browser is open.
    ///
    /// # Panics
    ///
    /// When the name is not one of a cookie: letters, digits and some marks (a token of RFC 9110, section 5.6.2).
    #[track_caller]
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        assert!(
            !name.is_empty() && name.bytes().all(is_token),
            "`{name}` is no name of a cookie; use letters, digits and hyphens"
        );
        Self {
            name,
            value: value.into(),
            max_age: None,
            expires: None,
            path: Some("/".to_owned()),
            domain: None,
            secure: false,
            http_only: false,
            same_site: Some(SameSite::Lax),
            partitioned: false,
        }
    }

    /// The cookie that takes one of this name away. It has to have the path and the domain of that one.
    ///
    /// # Panics
    ///
    /// When the name is not one of a cookie.
    #[track_caller]
    pub fn removal(name: impl Into<String>) -> Self {
        Self::new(name, "")
            .max_age(Duration::ZERO)
            .expires(SystemTime::UNIX_EPOCH)
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The same with another value.
    #[must_use]
    pub fn with_value(self, value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            ..self
        }
    }

    /// How long it is kept, to the second.
    #[must_use]
    pub fn max_age(mut self, age: Duration) -> Self {
        self.max_age = Some(age);
        self
    }

    /// When it ends. Browsers look at [`max_age`](Self::max_age) first.
    #[must_use]
    pub fn expires(mut self, when: SystemTime) -> Self {
        self.expires = Some(when);
        self
    }

    /// The path below which it is sent; `/` when not given, and `None` for that of the request.
    ///
    /// # Panics
    ///
    /// When it holds `;` or what no header may have.
    #[track_caller]
    #[must_use]
    pub fn path<'path>(mut self, path: impl Into<Option<&'path str>>) -> Self {
        self.path = path.into().map(|path| attribute("path", path));
        self
    }

    /// The domain with whose hosts it is sent; the host of the request alone when not given.
    ///
    /// # Panics
    ///
    /// When it holds `;` or what no header may have.
    #[track_caller]
    #[must_use]
    pub fn domain(mut self, domain: &str) -> Self {
        self.domain = Some(attribute("domain", domain));
        self
    }

    /// It is sent through TLS alone.
    #[must_use]
    pub fn secure(mut self) -> Self {
        self.secure = true;
        self
    }

    /// Scripts do not see it.
    #[must_use]
    pub fn http_only(mut self) -> Self {
        self.http_only = true;
        self
    }

    /// Which requests of other sites it is sent with; `Lax` when not given, and `None` leaves it to the browser.
    #[must_use]
    pub fn same_site(mut self, same_site: impl Into<Option<SameSite>>) -> Self {
        self.same_site = same_site.into();
        self
    }

    /// It is kept apart for every site that embeds this one. Browsers take it only with `Secure`, so that is sent too.
    #[must_use]
    pub fn partitioned(mut self) -> Self {
        self.partitioned = true;
        self
    }

    fn is_secure(&self) -> bool {
        self.secure || self.partitioned || self.same_site == Some(SameSite::None)
    }
}

/// The value of `set-cookie`; the attributes in the order of the alphabet, as Python writes them.
impl fmt::Display for Cookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}=", self.name)?;
        write_value(f, &self.value)?;
        if let Some(domain) = &self.domain {
            write!(f, "; Domain={domain}")?;
        }
        if let Some(when) = self.expires {
            write!(f, "; expires={}", httpdate::fmt_http_date(when))?;
        }
        if self.http_only {
            f.write_str("; HttpOnly")?;
        }
        if let Some(age) = self.max_age {
            write!(f, "; Max-Age={}", age.as_secs())?;
        }
        if self.partitioned {
            f.write_str("; Partitioned")?;
        }
        if let Some(path) = &self.path {
            write!(f, "; Path={path}")?;
        }
        if let Some(same_site) = self.same_site {
            write!(f, "; SameSite={same_site:?}")?;
        }
        if self.is_secure() {
            f.write_str("; Secure")?;
        }
        Ok(())
    }
}

impl From<&Cookie> for HeaderValue {
    fn from(cookie: &Cookie) -> Self {
        // Every part was looked at when it was set, so what is left is visible ASCII and spaces.
        Self::try_from(cookie.to_string()).unwrap_or(Self::from_static(""))
    }
}

/// A byte of a token (RFC 9110, section 5.6.2).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// A byte of a value that needs no quotes (RFC 6265, section 4.1.1).
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"\",;\\".contains(&byte)
}

/// As it is, or in quotes with what cannot stand there as `\ooo`, which is Python's way.
fn write_value(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    if value.bytes().all(is_plain) {
        return f.write_str(value);
    }
    f.write_char('"')?;
    for byte in value.bytes() {
        match byte {
            b'"' | b'\\' => write!(f, "\\{}", char::from(byte))?,
            b' ' => f.write_char(' ')?,
            byte if is_plain(byte) => f.write_char(char::from(byte))?,
            byte => write!(f, "\\{byte:03o}")?,
        }
    }
    f.write_char('"')
}

#[track_caller]
fn attribute(name: &str, value: &str) -> String {
    assert!(
        value
            .bytes()
            .all(|byte| byte == b' ' || byte.is_ascii_graphic() && byte != b';'),
        "the {name} of a cookie cannot be {value:?}: it has a character that ends it"
    );
    value.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_is_written() {
        let cookie = Cookie::new("a", "b")
            .domain("example.com")
            .expires(SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777))
            .http_only()
            .max_age(Duration::from_mins(1))
            .partitioned()
            .path("/docs")
            .same_site(SameSite::None);
        assert_eq!(
            cookie.to_string(),
            "a=b; Domain=example.com; expires=Sun, 06 Nov 1994 08:49:37 GMT; HttpOnly; Max-Age=60; Partitioned; \
             Path=/docs; SameSite=None; Secure"
        );
        assert_eq!(
            Cookie::new("a", "b").path(None).same_site(None).to_string(),
            "a=b"
        );
    }

    #[test]
    fn what_cannot_stand_in_a_cookie_goes_in_quotes() {
        for (value, written) in [
            ("", ""),
            ("a=b", "a=b"),
            ("a b", "\"a b\""),
            ("a;b,c", r#""a\073b\054c""#),
            ("\"\\\r\n", r#""\"\\\015\012""#),
            ("é", r#""\303\251""#),
        ] {
            let cookie = Cookie::new("k", value).path(None).same_site(None);
            assert_eq!(cookie.to_string(), format!("k={written}"));
        }
    }

    #[test]
    #[should_panic = "no name of a cookie"]
    fn a_name_cannot_end_itself() {
        let _ = Cookie::new("a; b", "c");
    }

    #[test]
    #[should_panic = "the path of a cookie"]
    fn a_path_cannot_bring_another_attribute() {
        let _ = Cookie::new("a", "b").path("/; Secure");
    }
}
