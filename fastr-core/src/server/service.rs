//! The requests of one connection, on their way to what answers them.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use http::HeaderValue;
use http::header::CONNECTION;
use http_body::Body as _;
use hyper::body::Incoming;

use super::Answering;
use super::pulse::Pulse;
use crate::request::Peer;
use crate::response::Response;

/// What answers, as one connection sees it.
pub struct Requests<A> {
    answering: A,
    peer: Peer,
    pulse: Arc<Pulse>,
}

impl<A: Answering> Requests<A> {
    pub fn new(answering: A, peer: Peer, pulse: Arc<Pulse>) -> Self {
        Self {
            answering,
            peer,
            pulse,
        }
    }

    #[inline]
    pub fn begin(&self, request: http::Request<Incoming>) -> (A::Answer, Open) {
        self.pulse.begin(!request.body().is_end_stream());
        let open = Open(self.pulse.clone());
        (self.answering.answer(request, self.peer), open)
    }
}

/// A request that is not done yet.
pub struct Open(Arc<Pulse>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl<A: Answering> hyper::service::Service<http::Request<Incoming>> for Requests<A> {
    type Response = Response;
    type Error = Infallible;
    type Future = Answered<A::Answer>;

    #[inline]
    fn call(&self, request: http::Request<Incoming>) -> Self::Future {
        let (answer, open) = self.begin(request);
        Answered { answer, open }
    }
}

/// An answer, as hyper wants it: it never fails.
pub struct Answered<F> {
    answer: F,
    open: Open,
}

impl<F: Future<Output = Response> + Unpin> Future for Answered<F> {
    type Output = Result<Response, Infallible>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut response = ready!(Pin::new(&mut self.answer).poll(cx));
        if self.open.0.is_last() {
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(CONNECTION, close);
        }
        Poll::Ready(Ok(response))
    }
}
