//! A value with headers and cookies beside it.

use http::{HeaderMap, HeaderValue, header::SET_COOKIE};

use super::{Reply, Respond};
use crate::cookie::Cookie;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// A value that is sent as it is sent without, and headers and cookies on its response.
///
/// The status is that of the value. For a header that depends on more than the value, there is
/// `&mut `[`ResponseParts`](crate::private::ResponseParts) as well.
///
/// ```
/// # use fastr_core::private::{Cookie, WithHeaders};
/// fn come_to_the_dark_side() -> WithHeaders<&'static str> {
///     WithHeaders::new("we have cookies")
///         .header("x-cat-dog", "alone in the world")
///         .cookie(&Cookie::new("fakesession", "fake-cookie-session-value"))
/// }
/// ```
#[derive(Clone, Debug)]
pub struct WithHeaders<T> {
    value: T,
    headers: HeaderMap,
}

impl<T> WithHeaders<T> {
    /// The value, with no header yet.
    pub fn new(value: T) -> Self {
        Self {
            value,
            headers: HeaderMap::new(),
        }
    }

    /// The same with one more header.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header (RFC 9110, section 5).
    #[track_caller]
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = crate::header::header(name, value);
        self.headers.append(name, value);
        self
    }

    /// The same with one more cookie.
    #[must_use]
    pub fn cookie(mut self, cookie: &Cookie) -> Self {
        self.headers.append(SET_COOKIE, HeaderValue::from(cookie));
        self
    }
}

impl<T> WithHeaders<T> {
    pub(super) fn into_parts(self) -> (T, HeaderMap) {
        (self.value, self.headers)
    }
}

impl<T: Respond> Respond for WithHeaders<T> {
    const STATUSES: Statuses = T::STATUSES;
    const ASKS_REQUEST: bool = T::ASKS_REQUEST;

    fn respond(self, reply: Reply) -> Response {
        self.value.respond(reply.with_headers(self.headers))
    }

    fn describe() -> Vec<ResponseDoc> {
        T::describe()
    }
}
