//! The requests of one connection, on their way to what answers them.

use std::convert::Infallible;
use std::sync::Arc;

use http_body::Body as _;
use hyper::body::Incoming;
use hyper::service::Service;

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
}

impl<A: Answering> Service<http::Request<Incoming>> for Requests<A> {
    type Response = Response;
    type Error = Infallible;
    type Future = A::Answer;

    #[inline]
    fn call(&self, request: http::Request<Incoming>) -> A::Answer {
        let has_body = !request.body().is_end_stream();
        self.pulse.begin(has_body);
        let peer = Peer {
            is_last: self.pulse.is_last(),
            has_body: has_body && request.version() <= http::Version::HTTP_11,
            ..self.peer
        };
        self.answering.answer(request, peer)
    }
}
