//! What a response is made with: the status it should have and the headers it gets anyway.

use bytes::Bytes;
use fastr_status::HTTP_500_INTERNAL_SERVER_ERROR;
use http::header::{CONTENT_TYPE, Entry, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use super::error::exception;
use super::skip::Skip;
use crate::background::{BackgroundTasks, Unfinished};
use crate::body::Body;
use crate::encode::json;
use crate::error::HttpException;
use crate::header::uri_reference;
use crate::request::{Common, ErrorStyle, RequestParts, State};
use crate::response::Response;

/// How much room is made at most for JSON before it is needed.
const MANY: usize = 1024 * 1024;

/// The response to come. Its header map is the request's own, emptied, so that no new one is allocated.
pub struct Reply {
    status: u16,
    headers: HeaderMap,
    common: &'static Common,
    /// What few responses need, apart so that the others do not carry it.
    rare: Option<Box<Rare>>,
}

/// What few responses need.
#[derive(Default)]
struct Rare {
    /// The head of the request, for a response that depends on it.
    request: Option<RequestParts>,
    /// What is done when the response has been sent.
    tasks: Option<(BackgroundTasks, &'static Unfinished)>,
    /// What is left out of JSON.
    skip: Option<Skip>,
}

impl Reply {
    /// A reply with this status and these headers.
    #[inline]
    pub fn new(status: u16, headers: HeaderMap, common: &'static Common) -> Self {
        Self {
            status,
            headers,
            common,
            rare: None,
        }
    }

    /// The same with the head of the request.
    #[must_use]
    pub fn with_request(mut self, head: RequestParts) -> Self {
        self.rare.get_or_insert_default().request = Some(head);
        self
    }

    /// The same with the head of the request, where it is known.
    #[must_use]
    pub fn about(self, head: Option<RequestParts>) -> Self {
        match head {
            Some(head) => self.with_request(head),
            None => self,
        }
    }

    /// What the application lends.
    pub fn state(&self) -> &'static State {
        &self.common.state
    }

    /// Takes the head of the request, which is there for a type that [asks for it](super::Respond::ASKS_REQUEST).
    pub fn take_request(&mut self) -> Option<RequestParts> {
        self.rare.as_mut()?.request.take()
    }

    /// The same with fields left out of JSON.
    #[must_use]
    pub fn skipping(mut self, skip: Skip) -> Self {
        self.rare.get_or_insert_default().skip = Some(skip);
        self
    }

    /// The same with something to do once the response has been sent.
    #[must_use]
    pub fn with_tasks(mut self, tasks: BackgroundTasks, unfinished: &'static Unfinished) -> Self {
        self.rare.get_or_insert_default().tasks = Some((tasks, unfinished));
        self
    }

    /// The status that the operation declares, or that was set in its place.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// How errors are worded.
    pub fn errors(&self) -> ErrorStyle {
        self.common.errors
    }

    /// The headers that it has so far, and what all calls have in common.
    pub fn into_parts(self) -> (HeaderMap, &'static Common) {
        (self.headers, self.common)
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same without the headers that the handler set and the tasks that it added, as for a raised error.
    #[must_use]
    pub fn without_headers(mut self) -> Self {
        self.headers.clear();
        if let Some(rare) = &mut self.rare {
            rare.tasks = None;
            rare.skip = None;
        }
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
        let Ok(content) = HeaderValue::try_from(value) else {
            tracing::error!(%name, value, "no header can have this value; the response goes without it");
            return self;
        };
        self.with_header(name, content)
    }

    /// The same with several such headers.
    #[must_use]
    pub fn with_text_headers(self, headers: &[(&'static str, String)]) -> Self {
        headers
            .iter()
            .fold(self, |reply, (name, value)| reply.with_text_header(name, value))
    }

    /// The same with a header that it had not.
    #[must_use]
    #[inline]
    pub fn with_default(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if let Entry::Vacant(place) = self.headers.entry(name) {
            place.insert(value);
        }
        self
    }

    /// The same with all these headers. Those of one name go in the place of those that it had, but cookies beside them.
    #[must_use]
    pub fn with_headers(mut self, mut headers: HeaderMap) -> Self {
        keep_cookies(&self.headers, &mut headers);
        self.headers.extend(headers);
        self
    }

    /// A response with a JSON body. A value that cannot be JSON is logged and answered 500.
    #[inline]
    pub fn json<T: Serialize + ?Sized>(self, value: &T) -> Response {
        self.json_of_size(value, 0)
    }

    /// The same for one that has about so many bytes. What grows while it is written is copied each time.
    #[inline]
    pub fn json_of_size<T: Serialize + ?Sized>(self, value: &T, size: usize) -> Response {
        // It is written in one place, so that the compiler has each type once.
        let written = json::bytes(value, size.min(MANY)).and_then(|text| match &self.rare {
            Some(rare) => rare.shortened(text, self.status),
            None => Ok(text),
        });
        match written {
            Ok(text) => self.bytes(HeaderValue::from_static(super::json::MEDIA_TYPE), text.into()),
            Err(error) => self.unwritten(&error),
        }
    }

    /// A response with a JSON body of a media type of its own.
    pub fn json_as<T: Serialize + ?Sized>(self, media_type: HeaderValue, value: &T) -> Response {
        match json::bytes(value, 0) {
            Ok(text) => self.bytes(media_type, text.into()),
            Err(error) => self.unwritten(&error),
        }
    }

    #[cold]
    fn unwritten(self, error: &serde_json::Error) -> Response {
        tracing::error!(%error, "a response could not be written as JSON");
        self.internal_error()
    }

    /// A response with a body of this media type; a content type that the handler set goes before it.
    #[inline]
    pub fn bytes(self, media_type: HeaderValue, bytes: Bytes) -> Response {
        self.typed(media_type, bytes.into())
    }

    /// The same for any body.
    #[inline]
    pub fn typed(self, media_type: HeaderValue, body: Body) -> Response {
        let mut reply = self;
        if let Entry::Vacant(place) = reply.headers.entry(CONTENT_TYPE) {
            place.insert(media_type);
        }
        reply.body(body)
    }

    /// The response when something went wrong that is nobody else's fault. It says nothing of why.
    pub fn internal_error(self) -> Response {
        exception(HttpException::of(HTTP_500_INTERNAL_SERVER_ERROR), self)
    }

    /// A response without a body.
    #[expect(clippy::inline_always, reason = "the headers would be copied once more")]
    #[inline(always)]
    pub fn empty(self) -> Response {
        self.body(Body::empty())
    }

    /// A whole response, with the headers that it does not have itself.
    pub fn around(self, mut response: Response) -> Response {
        keep_cookies(&self.headers, response.headers_mut());
        let mut headers = self.headers;
        headers.extend(std::mem::take(response.headers_mut()));
        *response.headers_mut() = headers;
        match self.rare {
            Some(rare) => response.map(|body| rare.behind(body)),
            None => response,
        }
    }

    /// A response with this body, and nothing said of it.
    #[expect(clippy::inline_always, reason = "the headers would be copied once more")]
    #[inline(always)]
    pub fn body(self, body: Body) -> Response {
        let body = match self.rare {
            Some(rare) => rare.behind(body),
            None => body,
        };
        let (mut parts, ()) = http::Response::new(()).into_parts();
        parts.status = status_code(self.status);
        parts.headers = self.headers;
        Response::from_parts(parts, body)
    }
}

impl Rare {
    /// JSON, without what is left out of it.
    #[cold]
    fn shortened(&self, text: Vec<u8>, status: u16) -> serde_json::Result<Vec<u8>> {
        match self.skip {
            Some(skip) => skip.shorten(&text, status),
            None => Ok(text),
        }
    }

    /// The body with the tasks behind it.
    #[cold]
    fn behind(self: Box<Self>, body: Body) -> Body {
        match self.tasks {
            Some((tasks, unfinished)) => body.followed_by(move || tasks.start(unfinished)),
            None => body,
        }
    }
}

/// Every cookie is a header of its own, and each is meant.
fn keep_cookies(before: &HeaderMap, headers: &mut HeaderMap) {
    if headers.contains_key(SET_COOKIE) {
        for cookie in before.get_all(SET_COOKIE) {
            headers.append(SET_COOKIE, cookie.clone());
        }
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
