//! The frozen application: from a request to a response. The sockets and the test client are its two users.

use std::convert::Infallible;
use std::fmt::Display;
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

use fastr_status::{
    HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_304_NOT_MODIFIED, HTTP_307_TEMPORARY_REDIRECT,
    HTTP_400_BAD_REQUEST, HTTP_404_NOT_FOUND, HTTP_405_METHOD_NOT_ALLOWED,
};
use http::header::{ALLOW, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use http::{HeaderMap, HeaderValue};
use http_body::Body as _;
use hyper::body::Incoming;

#[cfg(feature = "metrics")]
use super::metrics::Metrics;
use super::observed::{Observed, is_logged};
use super::refused::Refusals;
use crate::background::Unfinished;
use crate::body::Body;
use crate::decode::path::canonical;
use crate::error::HttpException;
use crate::handler::{Answer, Asked, Manner};
use crate::middleware::{Later, Layered, Next, Seen, Stack, Step, Surrounded};
#[cfg(feature = "metrics")]
use crate::request::inside;
use crate::request::{
    Arrival, Call, Common, ErrorStyle, Payload, Peer, Request, RequestParts, fault, take_head,
};
use crate::respond::{Reply, exception};
use crate::response::Response;
use crate::route::{BodyPlan, Operation};
use crate::router::{Lookup, Page, Router};
use crate::server::{Answering, Refusal};
#[cfg(feature = "websocket")]
use crate::sockets::Sockets;

/// An application that can answer. It is as cheap to copy as a pointer, and lives as long as the program.
#[derive(Clone, Copy)]
pub struct Service {
    frozen: &'static Frozen,
    /// What stands around the operations; most applications have none.
    stack: Option<&'static Stack>,
    observer: Observer,
}

struct Frozen {
    router: Router,
    manner: Manner,
    refusals: Refusals,
}

impl Service {
    /// The service is never given back: a request would otherwise count references that all cores share.
    pub(super) fn new(router: Router, manner: Manner, around: &[Layered], observer: Observer) -> Self {
        let frozen: &'static Frozen = Box::leak(Box::new(Frozen {
            router,
            manner,
            refusals: Refusals::default(),
        }));
        let stack = (!around.is_empty()).then(|| {
            let last = Next::last(frozen, &frozen.manner.common);
            let first = around
                .iter()
                .fold(last, |next, one| one.put(next, &frozen.router));
            let manner = &frozen.manner;
            &*Box::leak(Box::new(Stack { first, manner }))
        });
        Self {
            frozen,
            stack,
            observer,
        }
    }

    /// What is still to be done in the background.
    pub(crate) fn unfinished(self) -> &'static Unfinished {
        self.frozen.manner.common.state.unfinished()
    }

    /// How many responses had a status that their operation does not declare. In a release build they are sent all the
    /// same, and logged.
    pub fn undeclared(self) -> u64 {
        self.frozen.manner.breaches.load(Ordering::Relaxed)
    }

    /// Its WebSockets.
    #[cfg(feature = "websocket")]
    pub(crate) fn sockets(self) -> &'static Sockets {
        &self.frozen.manner.common.sockets
    }

    /// How its errors are worded.
    pub fn errors(self) -> ErrorStyle {
        self.frozen.manner.common.errors
    }

    /// No request is wanted from now on, and those who ask for that are told.
    pub(super) fn drain(self) {
        self.frozen.manner.common.readiness.end();
    }

    /// The operation that a request is for, whether what stands around it lets the request in or not.
    pub(crate) fn meant(self, method: &http::Method, path: &str) -> Option<&'static Operation> {
        let canonical = canonical(path);
        match self.frozen.router.look_up(method, canonical.of(path)) {
            Lookup::Operation(operation, _) => Some(operation),
            _ => None,
        }
    }

    /// `stop`, and then the WebSockets are asked to end.
    pub(super) async fn until(self, stop: impl Future<Output = ()>) {
        stop.await;
        #[cfg(feature = "websocket")]
        self.sockets().end();
    }

    /// What goes on when no connection is left that the server knows: WebSockets, and then what is done in the background.
    pub(super) async fn rest(self) {
        #[cfg(feature = "websocket")]
        self.sockets().none().await;
        self.unfinished().none().await;
    }

    /// Answers a request of the program itself.
    pub fn answer(self, request: Request) -> Answered {
        self.answer_to(Peer::default(), request)
    }

    /// Answers a request that came from there. It is taken apart once, on its way to the call.
    #[inline]
    pub(crate) fn answer_to<B: Into<Body>>(self, peer: Peer, request: http::Request<B>) -> Answered {
        let logged = self.observer.logged && is_logged();
        if logged || self.observer.counts() {
            self.observed(request.map(Into::into), peer, logged)
        } else {
            Answered::Unwatched(self.unwatched(request, peer))
        }
    }

    #[inline]
    pub(super) fn unwatched<B: Into<Body>>(self, request: http::Request<B>, peer: Peer) -> Unwatched {
        match self.stack {
            None => Unwatched::Direct(self.frozen.answer(request, peer)),
            Some(stack) => Unwatched::Surrounded(stack.answer(request.map(Into::into), peer)),
        }
    }

    #[cfg(feature = "metrics")]
    fn inside(self, path: &str) -> &str {
        inside(path, &self.frozen.manner.common.site.root_path)
    }

    fn arrival(self, peer: Peer) -> Arrival {
        Arrival {
            peer,
            site: &self.frozen.manner.common.site,
        }
    }

    #[cold]
    fn observed(self, request: Request, peer: Peer, logged: bool) -> Answered {
        #[cfg(feature = "metrics")]
        if let Some(metrics) = self
            .observer
            .metrics
            .filter(|metrics| metrics.path == self.inside(request.uri().path()))
        {
            return Answered::Unwatched(Unwatched::Direct(self.counted(metrics, &request)));
        }
        let client = self.arrival(peer).client(request.headers());
        let observed = Observed::new(request, (self, peer), client, logged);
        #[cfg(feature = "metrics")]
        let observed = observed.counted(self.observer.metrics);
        Answered::Observed(Box::new(observed))
    }

    /// What was counted so far.
    #[cfg(feature = "metrics")]
    fn counted(self, metrics: &Metrics, request: &Request) -> Answer {
        let manner = &self.frozen.manner;
        let text = metrics.text(manner, &self.frozen.refusals);
        let reply = Reply::new(HTTP_200_OK, HeaderMap::new(), &manner.common);
        let response = reply.bytes(HeaderValue::from_static(super::metrics::MEDIA_TYPE), text.into());
        Answer::ready(response, Asked::by(request.method(), &Peer::default()), manner)
    }
}

impl Step for Frozen {
    fn answer(&'static self, mut request: Request) -> Later {
        let seen = request.extensions_mut().remove::<Seen>();
        let arrival = request.extensions().get::<Arrival>();
        let peer = arrival.map_or_else(Peer::default, |arrival| arrival.peer);
        let mut answer = self.answer(request, peer);
        Box::pin(async move {
            let response = (&mut answer).await;
            if let Some(seen) = seen {
                seen.note(answer.operation(), response.status().as_u16());
            }
            response
        })
    }
}

/// Who wants to know of the requests.
#[derive(Clone, Copy)]
pub struct Observer {
    /// Whether each has a span and a line in the log, where somebody reads it.
    pub logged: bool,
    /// What is counted, if something is.
    #[cfg(feature = "metrics")]
    pub metrics: Option<&'static Metrics>,
}

impl Observer {
    #[cfg(feature = "metrics")]
    fn counts(self) -> bool {
        self.metrics.is_some()
    }

    #[cfg(not(feature = "metrics"))]
    #[expect(clippy::unused_self, reason = "with the feature it is asked")]
    fn counts(self) -> bool {
        false
    }
}

/// The answer to a request.
pub enum Answered {
    /// Nobody wants to know of it, and nothing is put on the heap for that.
    Unwatched(Unwatched),
    /// Somebody does.
    Observed(Box<Observed>),
}

impl Answered {
    /// The operation whose answer it is, if it is one's; known at the latest when the answer is there.
    pub fn operation(&self) -> Option<&'static Operation> {
        match self {
            Self::Unwatched(answer) => answer.operation(),
            Self::Observed(answer) => answer.operation(),
        }
    }
}

impl Future for Answered {
    type Output = Response;

    #[expect(clippy::inline_always, reason = "the response would be copied once more")]
    #[inline(always)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        match self.get_mut() {
            Self::Unwatched(answer) => Pin::new(answer).poll(cx),
            Self::Observed(answer) => Pin::new(answer).poll(cx),
        }
    }
}

/// The answer to a request: straight from an operation, or through what stands around it.
pub enum Unwatched {
    /// Nothing stands around the operations, and nothing is put on the heap for it.
    Direct(Answer),
    /// Middleware does.
    Surrounded(Surrounded),
}

impl Unwatched {
    /// The operation whose answer it is.
    pub fn operation(&self) -> Option<&'static Operation> {
        match self {
            Self::Direct(answer) => answer.operation(),
            Self::Surrounded(answer) => answer.operation(),
        }
    }

    /// The operation that was reached, whether a middleware answered otherwise or not.
    pub fn reached(&self) -> Option<&'static Operation> {
        match self {
            Self::Direct(answer) => answer.operation(),
            Self::Surrounded(answer) => answer.reached(),
        }
    }
}

impl Future for Unwatched {
    type Output = Response;

    #[expect(clippy::inline_always, reason = "the response would be copied once more")]
    #[inline(always)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        match self.get_mut() {
            Self::Direct(answer) => Pin::new(answer).poll(cx),
            Self::Surrounded(answer) => surrounded(answer, cx),
        }
    }
}

/// Apart, so that the way of most answers is short.
#[inline(never)]
fn surrounded(answer: &mut Surrounded, cx: &mut Context<'_>) -> Poll<Response> {
    Pin::new(answer).poll(cx)
}

impl Frozen {
    /// The call is made where it stays, so that the head of the request is moved once.
    #[expect(
        clippy::inline_always,
        reason = "request and answer would be copied on their way in and out"
    )]
    #[inline(always)]
    fn answer<B: Into<Body>>(&'static self, request: http::Request<B>, peer: Peer) -> Answer {
        let manner = &self.manner;
        let (head, body) = request.into_parts();
        let (asked, body) = (Asked::by(&head.method, &peer), body.into());
        let has_body = !body.is_end_stream();
        let mut call = Call::new(head, Payload::Stream(body), &manner.common);
        if let Some(fault) = fault(&call.head, has_body, &peer, manner.limits.uri_length) {
            return self.refuse(fault, take_head(&mut call), asked);
        }
        let Some(operation) = self.router.find(&call.head, &mut call.captures) else {
            return self.besides(take_head(&mut call), asked);
        };
        call.peer = peer;
        if operation.body == BodyPlan::Leave {
            return Answer::at_once(operation, &mut call, asked, manner);
        }
        Answer::receiving(operation, call, asked, manner)
    }

    #[cold]
    fn refuse(&'static self, fault: HttpException, head: RequestParts, asked: Asked) -> Answer {
        let reply = Reply::new(fault.status(), HeaderMap::new(), &self.manner.common);
        Answer::ready(exception(fault, about(reply, head)), asked, &self.manner)
    }

    /// What answers where no operation does.
    #[inline(never)]
    fn besides(&'static self, head: RequestParts, asked: Asked) -> Answer {
        let Self { router, manner, .. } = self;
        let reply = |status| Reply::new(status, HeaderMap::new(), &manner.common);
        let canonical = canonical(head.uri.path());
        let response = match router.look_up(&head.method, canonical.of(head.uri.path())) {
            Lookup::Page(page) => show(page, &head.headers, &manner.common),
            #[cfg(feature = "files")]
            Lookup::Files(directory, rest) => {
                let answer = directory.answer(head, rest, &manner.common);
                return Answer::waiting(Box::pin(answer), asked, manner);
            }
            Lookup::Options(allow) => reply(HTTP_204_NO_CONTENT)
                .with_header(ALLOW, allow.clone())
                .empty(),
            Lookup::MethodNotAllowed(allow) => {
                let reply = about(reply(HTTP_405_METHOD_NOT_ALLOWED), head);
                let mut response = exception(HttpException::of(HTTP_405_METHOD_NOT_ALLOWED), reply);
                response.headers_mut().insert(ALLOW, allow.clone());
                response
            }
            Lookup::Redirect(path) => redirect(&path, head.uri.query(), reply(HTTP_307_TEMPORARY_REDIRECT)),
            Lookup::NoPath => {
                let refusal =
                    HttpException::new(HTTP_400_BAD_REQUEST, "The target of the request is no path");
                return self.refuse(refusal, head, asked);
            }
            Lookup::Operation(..) | Lookup::NotFound => not_found(about(reply(HTTP_404_NOT_FOUND), head)),
        };
        Answer::ready(response, asked, manner)
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
fn show(page: &Page, asked: &HeaderMap, common: &'static Common) -> Response {
    let tag = page.headers.get(ETAG);
    if tag.is_some_and(|tag| is_known(tag, asked)) {
        let mut headers = page.headers.clone();
        for of_content in [CONTENT_TYPE, CONTENT_ENCODING] {
            headers.remove(of_content);
        }
        return Reply::new(HTTP_304_NOT_MODIFIED, headers, common).empty();
    }
    Reply::new(HTTP_200_OK, page.headers.clone(), common).body(page.content.clone().into())
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

impl Answering for Service {
    type Answer = Unfailing;

    #[inline]
    fn answer(self, request: http::Request<Incoming>, peer: Peer) -> Unfailing {
        Unfailing(self.answer_to(peer, request))
    }

    fn refused(self, refusal: Refusal, peer: Peer, error: &dyn Display) {
        self.frozen.refusals.tell(refusal, peer.address, error);
    }
}

/// An answer, as hyper wants it.
pub struct Unfailing(Answered);

impl Future for Unfailing {
    type Output = Result<Response, Infallible>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map(Ok)
    }
}
