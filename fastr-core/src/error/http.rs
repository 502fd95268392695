//! The error a handler raises when it wants a certain status.

use std::fmt;

use fastr_status::{may_be_final, reason_phrase};
use http::HeaderMap;
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
