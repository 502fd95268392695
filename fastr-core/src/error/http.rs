//! The error a handler raises when it wants a certain status.

use std::fmt;
use std::time::Duration;

use fastr_status::{
    HTTP_401_UNAUTHORIZED, HTTP_405_METHOD_NOT_ALLOWED, HTTP_429_TOO_MANY_REQUESTS,
    HTTP_503_SERVICE_UNAVAILABLE, may_be_final, reason_phrase,
};
use http::HeaderMap;
use http::header::RETRY_AFTER;
use serde_json::Value;

/// An answer other than the declared one, as `HTTPException` is in FastAPI.
///
/// It can carry any status, so an operation that returns it says with `raises(...)` which ones may come.
/// It is answered as `{"detail": …}`; see FastAPI's page "Handling Errors".
///
/// ```
/// # use fastr_core::private::HttpException;
/// let error = HttpException::new(404, "Item not found").header("x-error", "There goes my error");
/// assert_eq!(error.status(), 404);
/// assert_eq!(HttpException::of(404).detail(), "Not Found");
/// ```
#[derive(Clone)]
pub struct HttpException(Box<Inner>);

#[derive(Clone)]
struct Inner {
    status: u16,
    detail: Value,
    headers: HeaderMap,
}

impl HttpException {
    /// An exception with a status and a detail, which can be any JSON.
    ///
    /// # Panics
    ///
    /// When no final response can have the status, that is outside 200..=599.
    #[track_caller]
    pub fn new(status: u16, detail: impl Into<Value>) -> Self {
        assert!(
            may_be_final(status),
            "HttpException: {status} is no status of a response; use one from 200 to 599"
        );
        Self(Box::new(Inner {
            status,
            detail: detail.into(),
            headers: HeaderMap::new(),
        }))
    }

    /// An exception whose detail is the reason phrase of its status (RFC 9110, section 15).
    ///
    /// # Panics
    ///
    /// When no final response can have the status, that is outside 200..=599.
    #[track_caller]
    pub fn of(status: u16) -> Self {
        Self::new(status, reason_phrase(status).unwrap_or("Unknown Status"))
    }

    /// 401, with the challenge that says how to authenticate
    /// ([RFC 9110, section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).
    ///
    /// ```
    /// # use fastr_core::private::HttpException;
    /// let error = HttpException::unauthorized("Bearer", "Not authenticated");
    /// assert_eq!(error.headers()["www-authenticate"], "Bearer");
    /// ```
    ///
    /// # Panics
    ///
    /// When no header can have this challenge.
    #[track_caller]
    pub fn unauthorized(challenge: &str, detail: impl Into<Value>) -> Self {
        Self::new(HTTP_401_UNAUTHORIZED, detail).header("www-authenticate", challenge)
    }

    /// 405, with the methods that are allowed
    /// ([RFC 9110, section 10.2.1](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1)).
    ///
    /// ```
    /// # use fastr_core::private::HttpException;
    /// let error = HttpException::method_not_allowed(&["GET", "HEAD"], "The archive is closed");
    /// assert_eq!(error.headers()["allow"], "GET, HEAD");
    /// ```
    ///
    /// # Panics
    ///
    /// When no header can have these methods.
    #[track_caller]
    pub fn method_not_allowed(allow: &[&str], detail: impl Into<Value>) -> Self {
        Self::new(HTTP_405_METHOD_NOT_ALLOWED, detail).header("allow", &allow.join(", "))
    }

    /// 429, with the time to wait, in whole seconds
    /// ([RFC 6585, section 4](https://www.rfc-editor.org/rfc/rfc6585#section-4)).
    ///
    /// ```
    /// # use fastr_core::private::HttpException;
    /// # use std::time::Duration;
    /// let error = HttpException::too_many_requests(Duration::from_millis(1500), "Slow down");
    /// assert_eq!(error.headers()["retry-after"], "2");
    /// ```
    pub fn too_many_requests(retry_after: Duration, detail: impl Into<Value>) -> Self {
        Self::new(HTTP_429_TOO_MANY_REQUESTS, detail).retry_after(retry_after)
    }

    /// 503, with the time to wait, in whole seconds
    /// ([RFC 9110, section 15.6.4](https://www.rfc-editor.org/rfc/rfc9110#section-15.6.4)).
    pub fn service_unavailable(retry_after: Duration, detail: impl Into<Value>) -> Self {
        Self::new(HTTP_503_SERVICE_UNAVAILABLE, detail).retry_after(retry_after)
    }

    /// A client that comes back too early would be turned away again, so a part of a second counts as a whole one.
    fn retry_after(mut self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.0.headers.append(RETRY_AFTER, seconds.into());
        self
    }

    /// The same exception with one more header on its response.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header (RFC 9110, section 5).
    #[track_caller]
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = crate::header::header(name, value);
        self.0.headers.append(name, value);
        self
    }

    /// The status of the response.
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// What went wrong, for the client.
    pub fn detail(&self) -> &Value {
        &self.0.detail
    }

    /// The headers that go onto the response.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The status, the detail and the headers, each to keep.
    pub fn into_parts(self) -> (u16, Value, HeaderMap) {
        (self.0.status, self.0.detail, self.0.headers)
    }
}

impl fmt::Display for HttpException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.detail.as_str() {
            Some(text) => write!(f, "{}: {text}", self.0.status),
            None => write!(f, "{}: {}", self.0.status, self.0.detail),
        }
    }
}

impl fmt::Debug for HttpException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpException({self})")
    }
}

impl std::error::Error for HttpException {}
