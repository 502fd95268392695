//! The frozen application: from a request to a response. The sockets and the test client are its two users.

use std::fmt::Display;

use hyper::body::Incoming;

use super::answered::{Answered, Direct, Unfailing};
use super::frozen::Frozen;
#[cfg(feature = "metrics")]
use super::metrics::Metrics;
use super::observed::{Observed, is_logged};
use crate::background::Unfinished;
use crate::body::Body;
use crate::decode::path::canonical;
use crate::middleware::{Later, Layered, Next, Seen, Stack, Step};
use crate::request::{Arrival, ErrorStyle, Peer, Request};
use crate::route::Operation;
use crate::router::Lookup;
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

impl Service {
    /// The service is never given back: a request would otherwise count references that all cores share.
    pub(super) fn new(frozen: Frozen, around: &[Layered], observer: Observer) -> Self {
        let frozen: &'static Frozen = Box::leak(Box::new(frozen));
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

    /// How many responses had a status that their operation does not declare, and how many WebSockets were closed with such
    /// a code. In a release build they are sent all the same, and logged.
    pub fn undeclared(self) -> u64 {
        self.frozen.manner.undeclared()
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
            Lookup::Operation(operation) => Some(operation),
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
            return self.observed(request.map(Into::into), peer, logged);
        }
        self.unwatched(request, peer)
    }

    #[inline]
    pub(super) fn unwatched<B: Into<Body>>(self, request: http::Request<B>, peer: Peer) -> Answered {
        match self.stack {
            None => Answered::Direct(Direct::new(self.frozen, request, peer)),
            Some(stack) => Answered::Surrounded(stack.answer(request.map(Into::into), peer)),
        }
    }

    fn arrival(self, peer: Peer) -> Arrival {
        Arrival {
            peer,
            site: &self.frozen.manner.common.site,
        }
    }

    #[cold]
    fn observed(self, request: Request, peer: Peer, logged: bool) -> Answered {
        let client = self.arrival(peer).client(request.headers());
        let observed = Observed::new(request, (self, peer), client, logged);
        #[cfg(feature = "metrics")]
        let observed = observed.counted(self.observer.metrics);
        Answered::Observed(Box::new(observed))
    }
}

impl Step for Frozen {
    fn answer(&'static self, mut request: Request) -> Later {
        let seen = request.extensions_mut().remove::<Seen>();
        let arrival = request.extensions().get::<Arrival>();
        let peer = arrival.map_or_else(Peer::default, |arrival| arrival.peer);
        let mut answer = Direct::new(self, request, peer);
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
