//! Step 2: a response, what a handler may add to one, and the two ways in which one comes.

use std::pin::Pin;

use fastr_status::may_be_final;
use http::HeaderMap;
use http::header::SET_COOKIE;

use crate::background::BackgroundTasks;
use crate::body::Body;
use crate::cookie::Cookie;

/// A whole response. Returned from a handler it is sent as it is.
pub type Response = http::Response<Body>;

/// The response that is to come: `&mut ResponseParts` as a parameter sets its status and headers.
///
/// As the `response: Response` parameter of FastAPI's pages "Response - Change Status Code" and
/// "Response Headers". A raised error and a returned [`Response`] go before it.
///
/// ```
/// # use fastr_core::private::ResponseParts;
/// let mut response = ResponseParts::default();
/// response.set_status(201);
/// response.set_header("x-cat-dog", "alone in the world");
/// assert_eq!(response.status(), Some(201));
/// ```
#[derive(Debug, Default)]
pub struct ResponseParts {
    status: Option<u16>,
    /// Apart, since most calls have none of it and every call has a place for it.
    more: Option<Box<More>>,
}

/// What a handler wants besides the value it returns, but for the status.
#[derive(Debug, Default)]
pub struct More {
    /// On the response.
    pub headers: HeaderMap,
    /// After the response.
    pub tasks: BackgroundTasks,
}

impl ResponseParts {
    /// Sets the status in place of the operation's own.
    ///
    /// # Panics
    ///
    /// When no final response can have the status, that is outside 200..=599.
    #[track_caller]
    pub fn set_status(&mut self, status: u16) {
        assert!(
            may_be_final(status),
            "set_status: {status} is no status of a response; use one from 200 to 599"
        );
        self.status = Some(status);
    }

    /// The status, if one was set.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Sets a header; a value that the name had before is replaced.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header (RFC 9110, section 5).
    #[track_caller]
    pub fn set_header(&mut self, name: &str, value: &str) {
        let (name, value) = crate::header::header(name, value);
        self.headers_mut().insert(name, value);
    }

    /// Sets a cookie, as on FastAPI's page "Response Cookies".
    pub fn set_cookie(&mut self, cookie: &Cookie) {
        self.headers_mut().append(SET_COOKIE, cookie.into());
    }

    /// Takes a cookie away that was set for every path of this host. For any other there is
    /// `set_cookie(&Cookie::removal(name).path("/docs"))`.
    ///
    /// # Panics
    ///
    /// When the name is not one of a cookie.
    #[track_caller]
    pub fn delete_cookie(&mut self, name: &str) {
        self.set_cookie(&Cookie::removal(name));
    }

    /// The headers that will be added to the response, to look at or change.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.more.get_or_insert_default().headers
    }

    /// Takes what is to be done after the response.
    pub(crate) fn take_tasks(&mut self) -> BackgroundTasks {
        let more = self.more.as_mut();
        more.map(|more| std::mem::take(&mut more.tasks))
            .unwrap_or_default()
    }

    /// Puts there what is to be done after the response.
    pub(crate) fn put_tasks(&mut self, tasks: BackgroundTasks) {
        if !tasks.is_empty() {
            self.more.get_or_insert_default().tasks = tasks;
        }
    }

    /// What was set besides the status, if anything was.
    pub(crate) fn into_more(self) -> Option<Box<More>> {
        self.more
    }
}

/// The future of a handler that has to wait.
pub type Waiting = Pin<Box<dyn Future<Output = Response> + Send>>;

/// How a handler answers: at once, or later.
pub enum Outcome {
    /// The response is there, and nothing was put on the heap to wait for it.
    Ready(Response),
    /// The response comes when this future is done.
    Waiting(Waiting),
}
