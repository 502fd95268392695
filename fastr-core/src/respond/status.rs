//! Responses whose status is part of their type.

use fastr_status::{HTTP_201_CREATED, HTTP_202_ACCEPTED, HTTP_204_NO_CONTENT, HTTP_304_NOT_MODIFIED};
use fastr_status::{may_be_final, may_have_body};
use http::HeaderMap;
use http::header::LOCATION;

use super::{Reply, Respond, no_body};
use crate::header::{header, uri_reference};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// A value that is sent with a status of its own, which goes before the operation's.
///
/// ```
/// # use fastr_core::private::Status;
/// fn create() -> Status<201, String> {
///     Status("made".to_owned())
/// }
///
/// fn forget() -> Status<204> {
///     Status(())
/// }
/// ```
///
/// A status that no response can have, and a value with one that forbids a body, do not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status<const STATUS: u16, T = ()>(pub T);

impl<const STATUS: u16, T: Respond> Respond for Status<STATUS, T> {
    const STATUSES: Statuses = with_status(STATUS, T::STATUSES);

    fn respond(self, reply: Reply) -> Response {
        self.0.respond(reply.with_status(STATUS))
    }

    fn describe() -> Vec<ResponseDoc> {
        described::<T>(STATUS)
    }
}

/// 201: something new is there, and `Location` says where
/// ([RFC 9110, section 15.3.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.3.2)).
///
/// ```
/// # use fastr_core::private::Created;
/// fn create(name: String) -> Created<String> {
///     Created::at(&format!("/names/{name}"), name)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created<T = ()> {
    location: String,
    value: T,
}

impl<T> Created<T> {
    /// The new thing, and a URI reference to it (RFC 3986). What may not stand in a URI is percent-encoded.
    pub fn at(location: &str, value: T) -> Self {
        Self {
            location: location.to_owned(),
            value,
        }
    }
}

impl<T: Respond> Respond for Created<T> {
    const STATUSES: Statuses = with_status(HTTP_201_CREATED, T::STATUSES);

    fn respond(self, reply: Reply) -> Response {
        let reply = reply
            .with_status(HTTP_201_CREATED)
            .with_header(LOCATION, uri_reference(&self.location));
        self.value.respond(reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        let described = described::<T>(HTTP_201_CREATED).into_iter();
        described
            .map(|response| response.header("location", "Where it is"))
            .collect()
    }
}

/// 202: the work has been taken on, and is not done yet
/// ([RFC 9110, section 15.3.3](https://www.rfc-editor.org/rfc/rfc9110#section-15.3.3)).
///
/// ```
/// # use fastr_core::private::Accepted;
/// fn begin() -> Accepted<String> {
///     Accepted::at("/jobs/7", "waiting".to_owned())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted<T = ()> {
    location: String,
    value: T,
}

impl<T> Accepted<T> {
    /// What there is to say now, and a URI reference to the place that tells how far the work is.
    pub fn at(location: &str, value: T) -> Self {
        Self {
            location: location.to_owned(),
            value,
        }
    }
}

impl<T: Respond> Respond for Accepted<T> {
    const STATUSES: Statuses = with_status(HTTP_202_ACCEPTED, T::STATUSES);

    fn respond(self, reply: Reply) -> Response {
        let reply = reply
            .with_status(HTTP_202_ACCEPTED)
            .with_header(LOCATION, uri_reference(&self.location));
        self.value.respond(reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        let described = described::<T>(HTTP_202_ACCEPTED).into_iter();
        described
            .map(|response| response.header("location", "Where to ask how far it is"))
            .collect()
    }
}

/// 204: it is done, and there is nothing to say
/// ([RFC 9110, section 15.3.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoContent;

impl Respond for NoContent {
    const STATUSES: Statuses = Statuses::own(&[HTTP_204_NO_CONTENT]);

    fn respond(self, reply: Reply) -> Response {
        reply.with_status(HTTP_204_NO_CONTENT).empty()
    }

    fn describe() -> Vec<ResponseDoc> {
        at_status(HTTP_204_NO_CONTENT, no_body())
    }
}

/// 304: what the client has is still good
/// ([RFC 9110, section 15.4.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5)).
///
/// ```
/// # use fastr_core::private::NotModified;
/// let unchanged = NotModified::new("\"v7\"").header("cache-control", "max-age=60");
/// ```
#[derive(Clone, Debug)]
pub struct NotModified(HeaderMap);

impl NotModified {
    /// What the client has is still good: it has this `ETag`, quotes included.
    ///
    /// # Panics
    ///
    /// When no header can have this value.
    #[track_caller]
    #[must_use]
    pub fn new(etag: &str) -> Self {
        Self(HeaderMap::new()).header("etag", etag)
    }

    /// The same with one more header: those are sent that 200 would have had.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header (RFC 9110, section 5).
    #[track_caller]
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = header(name, value);
        self.0.append(name, value);
        self
    }
}

impl Respond for NotModified {
    const STATUSES: Statuses = Statuses::own(&[HTTP_304_NOT_MODIFIED]);

    fn respond(self, reply: Reply) -> Response {
        reply
            .with_status(HTTP_304_NOT_MODIFIED)
            .with_headers(self.0)
            .empty()
    }

    fn describe() -> Vec<ResponseDoc> {
        let described = at_status(HTTP_304_NOT_MODIFIED, no_body()).into_iter();
        described
            .map(|response| response.header("etag", "What is still good"))
            .collect()
    }
}

/// What a value can send that is sent with this status.
const fn with_status(status: u16, value: Statuses) -> Statuses {
    if value.problem.is_some() {
        value
    } else if !may_be_final(status) {
        Statuses::refused("no response has this status; use one from 200 to 599, such as `Status<201, T>`")
    } else if !value.declared || value.open || !value.brought().is_empty() {
        Statuses::refused("what is inside has a status of its own; return it as it is")
    } else if value.body && !may_have_body(status) {
        Statuses::refused(
            "a response with 204, 205 or 304 has no body; leave the value out, as in `Status<204>`",
        )
    } else {
        Statuses::own(&[status])
    }
}

fn described<T: Respond>(status: u16) -> Vec<ResponseDoc> {
    at_status(status, T::describe())
}

fn at_status(status: u16, described: Vec<ResponseDoc>) -> Vec<ResponseDoc> {
    described
        .into_iter()
        .map(|response| response.with_status(status))
        .collect()
}
