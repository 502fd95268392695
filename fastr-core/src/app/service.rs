//! The frozen application: from a request to a response. The sockets and the test client are its two users.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use fastr_status::{
    HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_307_TEMPORARY_REDIRECT, HTTP_404_NOT_FOUND,
    HTTP_405_METHOD_NOT_ALLOWED,
};
use http::header::{ALLOW, CONTENT_ENCODING, LOCATION};
use http::{HeaderMap, HeaderValue};
use hyper::body::Incoming;

use crate::background::Unfinished;
use crate::decode::path::canonical;
use crate::error::HttpException;
use crate::handler::{Answer, Manner};
use crate::request::{Call, Payload, Request, State};
use crate::respond::{Reply, exception};
use crate::response::Response;
use crate::router::{Lookup, Page, Router};

/// An application that can answer. It is as cheap to copy as a pointer, and lives as long as the program.
#[derive(Clone, Copy)]
pub struct Service(&'static Frozen);

struct Frozen {
    router: Router,
    state: State,
    manner: Manner,
}

impl Service {
    /// The service is never given back: a request would otherwise count references that all cores share.
    pub(super) fn new(router: Router, state: State, manner: Manner) -> Self {
        Self(Box::leak(Box::new(Frozen {
            router,
            state,
            manner,
        })))
    }

    /// What is still to be done in the background.
    pub(crate) fn unfinished(self) -> &'static Unfinished {
        self.0.state.unfinished()
    }

    /// Answers a request.
    pub fn answer(self, request: Request) -> Answer {
        let Frozen {
            router,
            state,
            manner,
        } = self.0;
        let (head, body) = request.into_parts();
        let head_only = head.method == http::Method::HEAD;
        let canonical = canonical(head.uri.path());
        let path = canonical.as_deref().unwrap_or(head.uri.path());
        let response = match router.look_up(&head.method, path) {
            Lookup::Operation(operation, captures) => {
                let call = Call::new(head, captures.of(canonical), Payload::Stream(body), state);
                return Answer::of(operation, call, head_only, manner);
            }
            Lookup::Page(page) => show(page),
            #[cfg(feature = "files")]
            Lookup::Files(directory, rest) => {
                return Answer::waiting(Box::pin(directory.answer(head, rest)), head_only);
            }
            Lookup::Options(allow) => reply(HTTP_204_NO_CONTENT)
                .with_header(ALLOW, allow.clone())
                .empty(),
            Lookup::MethodNotAllowed(allow) => {
                let reply = reply(HTTP_405_METHOD_NOT_ALLOWED);
                let mut response = exception(HttpException::of(HTTP_405_METHOD_NOT_ALLOWED), reply);
                response.headers_mut().insert(ALLOW, allow.clone());
                response
            }
            Lookup::Redirect(path) => redirect(&path, head.uri.query()),
            Lookup::NotFound => exception(HttpException::of(HTTP_404_NOT_FOUND), reply(HTTP_404_NOT_FOUND)),
        };
        Answer::ready(response, head_only)
    }
}

fn reply(status: u16) -> Reply {
    Reply::new(status, HeaderMap::new())
}

fn show(page: &Page) -> Response {
    let mut reply = reply(HTTP_200_OK);
    if page.gzip {
        reply = reply.with_header(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    reply.bytes(page.media_type.clone(), page.content.clone())
}

/// The reference is relative to the host (RFC 9110, section 10.2.2): what the client called it is not repeated.
fn redirect(path: &str, query: Option<&str>) -> Response {
    let location = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    match HeaderValue::try_from(location) {
        Ok(location) => reply(HTTP_307_TEMPORARY_REDIRECT)
            .with_header(LOCATION, location)
            .empty(),
        Err(_) => exception(HttpException::of(HTTP_404_NOT_FOUND), reply(HTTP_404_NOT_FOUND)),
    }
}

impl hyper::service::Service<http::Request<Incoming>> for Service {
    type Response = Response;
    type Error = Infallible;
    type Future = Unfailing;

    fn call(&self, request: http::Request<Incoming>) -> Unfailing {
        Unfailing(self.answer(request.map(Into::into)))
    }
}

/// An answer, as hyper wants it: it never fails.
pub struct Unfailing(Answer);

impl Future for Unfailing {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map(Ok)
    }
}
