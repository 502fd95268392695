//! What never changes while the program runs: which operation answers, and how the calls are made.

use std::sync::Arc;

use fastr_status::{
    HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_304_NOT_MODIFIED, HTTP_307_TEMPORARY_REDIRECT,
    HTTP_400_BAD_REQUEST, HTTP_404_NOT_FOUND, HTTP_405_METHOD_NOT_ALLOWED,
};
use http::header::{ALLOW, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use http::{HeaderMap, HeaderValue, Method};

use super::refused::Refusals;
use crate::body::Body;
use crate::decode::path::canonical;
use crate::error::HttpException;
use crate::handler::{Asked, Manner, Terms};
use crate::request::{Call, Payload, Peer, RequestParts, fault, is_fit, take_head};
use crate::respond::{Reply, exception};
use crate::response::{Outcome, Response};
use crate::route::Operation;
use crate::router::{Lookup, Page, Router};

/// The operations and how they are called.
pub struct Frozen {
    pub router: Router,
    pub manner: Manner,
    pub refusals: Arc<Refusals>,
}

impl Frozen {
    /// The call that a request makes.
    #[inline]
    pub fn call<B: Into<Body>>(&'static self, request: http::Request<B>, peer: Peer) -> Call {
        let (head, body) = request.into_parts();
        Call::new(head, peer, Payload::Stream(body.into()), &self.manner.common)
    }

    /// What an answer is made by, as long as no operation is known.
    #[inline]
    pub fn terms(&'static self, method: &Method, peer: &Peer) -> Terms {
        Terms {
            operation: None,
            asked: Asked::by(method, peer),
            manner: &self.manner,
        }
    }

    /// The operation that answers a call, if one does.
    #[expect(clippy::inline_always, reason = "it is asked in one place, of every request")]
    #[inline(always)]
    pub fn operation(&'static self, call: &mut Call) -> Option<&'static Operation> {
        if !self.is_fit(call) {
            return None;
        }
        self.router.find(&call.head, &mut call.captures)
    }

    #[inline]
    fn is_fit(&self, call: &Call) -> bool {
        is_fit(call, self.manner.limits.uri_length)
    }

    /// What is answered where no operation does.
    #[cold]
    pub fn unrouted(&'static self, call: &mut Call) -> Outcome {
        if self.is_fit(call) {
            return self.beside_operations(take_head(call));
        }
        let fault = fault(&call.head, self.manner.limits.uri_length);
        self.refuse(fault, take_head(call))
    }

    fn refuse(&'static self, fault: HttpException, head: RequestParts) -> Outcome {
        let reply = Reply::new(fault.status(), HeaderMap::new(), &self.manner.common);
        Outcome::Ready(exception(fault, about(reply, head)))
    }

    /// What is answered where a request is fit and no operation is found.
    fn beside_operations(&'static self, head: RequestParts) -> Outcome {
        let Self { router, manner, .. } = self;
        let reply = |status| Reply::new(status, HeaderMap::new(), &manner.common);
        let canonical = canonical(head.uri.path());
        let response = match router.look_up(&head.method, canonical.of(head.uri.path())) {
            Lookup::Page(page) => show(page, &head.headers, manner),
            #[cfg(feature = "files")]
            Lookup::Files(directory, rest) => {
                let answer = directory.answer(head, rest, &manner.common);
                return Outcome::Waiting(Box::pin(answer));
            }
            Lookup::Options(allow) => options(allow, reply(HTTP_204_NO_CONTENT)),
            Lookup::MethodNotAllowed(allow) => {
                not_allowed(allow, about(reply(HTTP_405_METHOD_NOT_ALLOWED), head))
            }
            Lookup::Redirect(path) => redirect(&path, head.uri.query(), reply(HTTP_307_TEMPORARY_REDIRECT)),
            Lookup::NoPath => {
                let refusal =
                    HttpException::new(HTTP_400_BAD_REQUEST, "The target of the request is no path");
                return self.refuse(refusal, head);
            }
            Lookup::Operation(..) | Lookup::NotFound => not_found(about(reply(HTTP_404_NOT_FOUND), head)),
        };
        Outcome::Ready(response)
    }
}

/// The reply with the head of the request, where somebody may want to see it.
fn about(reply: Reply, head: RequestParts) -> Reply {
    if reply.errors().handlers.are_there() {
        reply.with_request(head)
    } else {
        reply
    }
}

/// The page, unless the client has it as it is (RFC 9110, section 13.1.2).
fn show(page: &Page, asked: &HeaderMap, manner: &'static Manner) -> Response {
    let common = &manner.common;
    let tag = page.headers.get(ETAG);
    if tag.is_some_and(|tag| is_known(tag, asked)) {
        let mut headers = page.headers.clone();
        for of_content in [CONTENT_TYPE, CONTENT_ENCODING] {
            headers.remove(of_content);
        }
        return Reply::new(HTTP_304_NOT_MODIFIED, headers, common).empty();
    }
    Reply::new(HTTP_200_OK, page.headers.clone(), common).body(page.content.now(manner).into())
}

/// Whether the client names this tag in `If-None-Match`; a weak tag is compared as a strong one.
fn is_known(tag: &HeaderValue, asked: &HeaderMap) -> bool {
    let known = asked.get_all(IF_NONE_MATCH).into_iter();
    let mut known = known.flat_map(|list| list.as_bytes().split(|&byte| byte == b','));
    known.any(|one| {
        let one = one.trim_ascii();
        one == b"*" || one.strip_prefix(b"W/").unwrap_or(one) == tag.as_bytes()
    })
}

fn options(allow: HeaderValue, reply: Reply) -> Response {
    reply.with_header(ALLOW, allow).empty()
}

fn not_allowed(allow: HeaderValue, reply: Reply) -> Response {
    let mut response = exception(HttpException::of(HTTP_405_METHOD_NOT_ALLOWED), reply);
    response.headers_mut().insert(ALLOW, allow);
    response
}

fn not_found(reply: Reply) -> Response {
    exception(HttpException::of(HTTP_404_NOT_FOUND), reply)
}

/// The reference is relative to the host (RFC 9110, section 10.2.2): what the client called it is not repeated.
fn redirect(path: &str, query: Option<&str>, reply: Reply) -> Response {
    let location = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    match HeaderValue::try_from(location) {
        Ok(location) => reply.with_header(LOCATION, location).empty(),
        Err(_) => not_found(reply),
    }
}
