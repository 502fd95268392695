//! What a response is made with: the status it should have and the headers it gets anyway.

use bytes::Bytes;
use fastr_status::HTTP_500_INTERNAL_SERVER_ERROR;
use http::header::{CONTENT_TYPE, Entry, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use super::error::internal_error;
use crate::body::Body;
use crate::error::ErrorStyle;
use crate::header::uri_reference;
use crate::request::Common;
use crate::response::Response;

/// The response to come. Its header map is the request's own, emptied, so that no new one is allocated.
pub struct Reply {
    status: u16,
    headers: HeaderMap,
    common: &'static Common,
}

impl Reply {
    /// A reply with this status and these headers.
    #[inline]
    pub fn new(status: u16, headers: HeaderMap, common: &'static Common) -> Self {
        Self {
            status,
            headers,
            common,
        }
    }

    /// The status that the operation declares, or that was set in its place.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// How errors are worded.
    pub fn errors(&self) -> ErrorStyle {
        self.common.errors
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same without the headers that the handler set, as for a raised error.
    #[must_use]
    pub fn without_headers(mut self) -> Self {
        self.headers.clear();
        self
    }

    /// The same with one more header.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// The same with a header whose value was made of what a request may have brought.
    ///
    /// A `location` is a URI reference, and what may not stand in one is percent-encoded. Any other value that no header
    /// can have is logged and left out.
    #[must_use]
    pub fn with_text_header(self, name: &'static str, value: &str) -> Self {
        let name = HeaderName::from_static(name);
        if name == LOCATION {
            return self.with_header(name, uri_reference(value));
        }
        match HeaderValue::try_from(value) {
            Ok(value) => self.with_header(name, value),
            Err(_) => {
                tracing::error!(%name, value, "no header can have this value; the response goes without it");
                self
            }
        }
    }

    /// The same with several such headers.
    #[must_use]
    pub fn with_text_headers(self, headers: &[(&'static str, String)]) -> Self {
        headers
            .iter()
            .fold(self, |reply, (name, value)| reply.with_text_header(name, value))
    }

    /// The same with all these headers.
    #[must_use]
    pub fn with_headers(mut self, headers: HeaderMap) -> Self {
        self.headers.extend(headers);
        self
    }

    /// A response with a JSON body. A value that cannot be JSON is logged and answered 500.
    #[inline]
    pub fn json<T: Serialize + ?Sized>(self, value: &T) -> Response {
        self.json_as(HeaderValue::from_static(super::json::MEDIA_TYPE), value)
    }

    /// A response with a JSON body of a media type of its own.
    #[inline]
    pub fn json_as<T: Serialize + ?Sized>(self, media_type: HeaderValue, value: &T) -> Response {
        match serde_json::to_vec(value) {
            Ok(text) => self.bytes(media_type, text.into()),
            Err(error) => {
                tracing::error!(%error, "a response could not be written as JSON");
                internal_error(self.common)
            }
        }
    }

    /// A response with a body of this media type; a content type that the handler set goes before it.
    #[inline]
    pub fn bytes(mut self, media_type: HeaderValue, bytes: Bytes) -> Response {
        if let Entry::Vacant(place) = self.headers.entry(CONTENT_TYPE) {
            place.insert(media_type);
        }
        self.body(bytes.into())
    }

    /// A response without a body.
    #[inline]
    pub fn empty(self) -> Response {
        self.body(Body::empty())
    }

    /// A whole response, with the headers that it does not have itself.
    pub fn around(self, mut response: Response) -> Response {
        let mut headers = self.headers;
        for name in response.headers().keys() {
            headers.remove(name);
        }
        headers.extend(std::mem::take(response.headers_mut()));
        *response.headers_mut() = headers;
        response
    }

    /// A response with this body, and nothing said of it.
    #[inline]
    pub fn body(self, body: Body) -> Response {
        let mut response = Response::new(body);
        *response.status_mut() = status_code(self.status);
        *response.headers_mut() = self.headers;
        response
    }
}

/// Every way to a status checks it, so the way to 500 is not taken.
#[inline]
pub fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or_else(|_| {
        tracing::error!(status, "no response can have this status");
        StatusCode::from_u16(HTTP_500_INTERNAL_SERVER_ERROR).unwrap_or_default()
    })
}
