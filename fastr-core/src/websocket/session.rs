//! A session: the answer to the handshake, and the task that drives the handler and the line.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use fastr_status::{
    HTTP_101_SWITCHING_PROTOCOLS, HTTP_403_FORBIDDEN, HTTP_503_SERVICE_UNAVAILABLE, WS_1000_NORMAL_CLOSURE,
};
use http::header::{CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_PROTOCOL, UPGRADE};
use http::{HeaderMap, HeaderValue};
use tungstenite::handshake::derive_accept_key;

use super::close::CloseFrame;
use super::contract::{Contract, UNEXPECTED};
use super::disconnect::{Cause, CloseError};
use super::handshake;
use super::line::Line;
use super::link::{Acceptance, Decision, Link};
use super::wire::Upgrade;
use crate::error::HttpException;
use crate::request::{Common, TakenCall};
use crate::respond::{Reply, exception, internal_error};
use crate::response::{Outcome, Response};
use crate::route::Socket;
use crate::sockets::Seat;

/// How a handler ended.
pub type Ended = Result<(), CloseError>;

/// A handshake that was begun, and what becomes of it.
pub struct Session {
    link: Arc<Link>,
    upgrade: Upgrade,
    seat: Seat,
    key: String,
    common: &'static Common,
}

impl Session {
    pub(super) fn new(
        link: Arc<Link>,
        upgrade: Upgrade,
        seat: Seat,
        key: String,
        common: &'static Common,
    ) -> Self {
        Self {
            link,
            upgrade,
            seat,
            key,
            common,
        }
    }

    /// Calls a handler, whose arguments were all found: it runs in a task of its own, and the handshake is answered as soon
    /// as it has decided.
    pub fn run<F>(call: TakenCall, socket: &'static Socket, handler: impl FnOnce(TakenCall) -> F) -> Outcome
    where
        F: Future<Output = Ended> + Send + 'static,
    {
        let mut call = call;
        let Some(session) = handshake::session(&mut call) else {
            // The macro has seen that there is a parameter which begins one.
            return Outcome::Ready(internal_error(call.common));
        };
        let answer = Answer {
            link: session.link.clone(),
            key: session.key,
            common: session.common,
        };
        let task = Task {
            handler: Some(Box::pin(handler(call))),
            link: session.link.clone(),
            socket,
        };
        tokio::spawn(task.run(session.upgrade, session.seat, session.common));
        Outcome::Waiting(Box::pin(answer.given()))
    }
}

/// The answer to a handshake. When it goes before it was given, nobody waits for it any more.
struct Answer {
    link: Arc<Link>,
    key: String,
    common: &'static Common,
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.link.abandon();
    }
}

impl Answer {
    async fn given(self) -> Response {
        let time = self.link.limits().handshake_timeout;
        let decision = poll_fn(|cx| self.link.poll_decision(cx));
        match tokio::time::timeout(time, decision).await {
            Ok(Decision::Accept(acceptance)) => self.accepted(acceptance),
            Ok(Decision::Reject(refusal)) => self.refused(refusal),
            Ok(Decision::Fail | Decision::Open | Decision::Told(_)) => internal_error(self.common),
            Err(_) => {
                tracing::error!("a WebSocket was neither accepted nor rejected in time");
                let detail = "The WebSocket was not accepted in time";
                self.refused(HttpException::new(HTTP_503_SERVICE_UNAVAILABLE, detail))
            }
        }
    }

    fn reply(&self, status: u16) -> Reply {
        Reply::new(status, HeaderMap::new(), self.common)
    }

    fn refused(&self, refusal: HttpException) -> Response {
        let reply = self.reply(refusal.status());
        exception(refusal, reply)
    }

    fn accepted(&self, acceptance: Acceptance) -> Response {
        let key = derive_accept_key(self.key.as_bytes());
        let mut reply = self
            .reply(HTTP_101_SWITCHING_PROTOCOLS)
            .with_headers(acceptance.headers)
            .with_header(CONNECTION, HeaderValue::from_static("upgrade"))
            .with_header(UPGRADE, HeaderValue::from_static("websocket"))
            .with_text_header(SEC_WEBSOCKET_ACCEPT.as_str(), &key);
        if let Some(protocol) = acceptance.protocol {
            reply = reply.with_text_header(SEC_WEBSOCKET_PROTOCOL.as_str(), &protocol);
        }
        reply.empty()
    }
}

/// What goes on until both the handler and the line have ended.
struct Task {
    /// None when it has ended.
    handler: Option<Pin<Box<dyn Future<Output = Ended> + Send>>>,
    link: Arc<Link>,
    socket: &'static Socket,
}

/// Its runtime ended before it did: the end of the program had to wait too long.
impl Drop for Task {
    fn drop(&mut self) {
        if self.handler.is_some() {
            let operation = self.socket.operation.name;
            tracing::warn!(operation, "a WebSocket was cut off before it was closed");
        }
    }
}

impl Task {
    async fn run(mut self, upgrade: Upgrade, seat: Seat, common: &'static Common) {
        let (shared, socket) = (self.link.clone(), self.socket);
        let mut line = pin!(async move {
            if !poll_fn(|cx| shared.poll_told(cx)).await {
                return;
            }
            match upgrade.wire().await {
                Ok(wire) => {
                    let time = shared.limits().close_timeout;
                    let contract = Contract {
                        socket,
                        sockets: &common.sockets,
                    };
                    let mut line = Line::new(wire, shared, contract);
                    (&mut line).await;
                    if let Some(wire) = line.left() {
                        tokio::spawn(wire.see_off(time));
                    }
                }
                Err(error) => {
                    tracing::debug!(%error, "a connection broke before it was a WebSocket");
                    shared.done();
                }
            }
        });
        let mut has_line = true;
        poll_fn(|cx| {
            self.poll_handler(cx);
            has_line = has_line && line.as_mut().poll(cx).is_pending();
            if has_line || self.handler.is_some() {
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
        drop(seat);
    }

    fn poll_handler(&mut self, cx: &mut Context<'_>) {
        let Some(handler) = &mut self.handler else { return };
        if self.link.is_abandoned() {
            tracing::debug!(
                operation = self.socket.operation.name,
                "the client left before its WebSocket was accepted"
            );
            self.handler = None;
            return;
        }
        let (decision, frame) = match catch_unwind(AssertUnwindSafe(|| handler.as_mut().poll(cx))) {
            Ok(Poll::Pending) => return,
            Ok(Poll::Ready(ended)) => self.outcome(ended),
            // What it said has gone to the panic hook, and the peer is not told.
            Err(_) => {
                let operation = self.socket.operation;
                tracing::error!(operation = operation.name, place = %operation.place, "a WebSocket handler panicked");
                (Decision::Fail, UNEXPECTED)
            }
        };
        self.handler = None;
        self.link.decide(decision);
        self.link.close(frame);
    }

    /// What the end of a handler means before a decision, and after it.
    fn outcome(&self, ended: Ended) -> (Decision, CloseFrame) {
        let refused = || Decision::Reject(HttpException::of(HTTP_403_FORBIDDEN));
        match ended {
            Ok(()) | Err(CloseError(Cause::Over(_))) => {
                (refused(), CloseFrame::constant(WS_1000_NORMAL_CLOSURE, ""))
            }
            Err(CloseError(Cause::Frame(frame))) => (refused(), frame),
            Err(CloseError(Cause::Internal(error))) => {
                let operation = self.socket.operation;
                tracing::error!(operation = operation.name, place = %operation.place, error = &*error, "a WebSocket handler failed");
                (Decision::Fail, UNEXPECTED)
            }
        }
    }
}
