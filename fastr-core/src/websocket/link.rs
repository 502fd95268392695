//! Where a handler and the line to its peer meet: what was received, what is to be sent, and how it ends.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use super::close::CloseFrame;
use super::disconnect::WebSocketDisconnect;
use super::message::{Message, Outgoing};
use crate::error::HttpException;
use crate::sockets::WebSocketLimits;

/// What is known of one connection by everybody who has a part of it. No lock is held while anybody waits.
pub struct Link {
    limits: &'static WebSocketLimits,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    decision: Decision,
    inbox: VecDeque<Message>,
    /// The bytes in the inbox.
    held: usize,
    /// Nobody will receive any more.
    is_deaf: bool,
    outbox: VecDeque<Outgoing>,
    /// How many pings the handler has sent.
    pinged: u64,
    /// The last of them that was answered.
    ponged: u64,
    /// The bytes in the outbox.
    queued: usize,
    /// How this side wants to end it, once everything has been sent.
    close: Option<CloseFrame>,
    /// How it ended.
    over: Option<WebSocketDisconnect>,
    /// Whether the line has nothing more to do.
    is_done: bool,
    /// Whether nobody waits for the decision any more.
    is_abandoned: bool,
    wakers: Wakers,
}

#[derive(Default)]
struct Wakers {
    session: Option<Waker>,
    answer: Option<Waker>,
    receiver: Option<Waker>,
    senders: Vec<Waker>,
    closers: Vec<Waker>,
    pingers: Vec<Waker>,
}

/// What becomes of a handshake.
#[derive(Default)]
pub enum Decision {
    /// It is not known yet.
    #[default]
    Open,
    /// The connection becomes a WebSocket.
    Accept(Acceptance),
    /// It is answered with this.
    Reject(HttpException),
    /// The handler failed.
    Fail,
    /// It has been told to the client; `true` when it was accepted.
    Told(bool),
}

/// What an accepting response says besides.
#[derive(Default)]
pub struct Acceptance {
    /// The subprotocol.
    pub protocol: Option<String>,
    /// More headers.
    pub headers: http::HeaderMap,
}

/// Why a message was not taken in at once.
pub enum NotSent {
    /// The queue is full.
    Full,
    /// The connection is over.
    Over,
}

impl Link {
    pub fn new(limits: &'static WebSocketLimits) -> Self {
        Self {
            limits,
            state: Mutex::default(),
        }
    }

    pub fn limits(&self) -> &'static WebSocketLimits {
        self.limits
    }

    /// Nothing in here can be left half done by a panic.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    // The handshake.

    /// Decides, unless that has been done.
    pub fn decide(&self, decision: Decision) {
        let mut state = self.state();
        if matches!(state.decision, Decision::Open) {
            state.decision = decision;
            wake(&mut state.wakers.answer);
            wake(&mut state.wakers.session);
        }
    }

    /// The decision, once there is one.
    pub fn poll_decision(&self, cx: &mut Context<'_>) -> Poll<Decision> {
        let mut state = self.state();
        if matches!(state.decision, Decision::Open) {
            keep(&mut state.wakers.answer, cx);
            return Poll::Pending;
        }
        let told = Decision::Told(matches!(state.decision, Decision::Accept(_)));
        wake(&mut state.wakers.session);
        Poll::Ready(std::mem::replace(&mut state.decision, told))
    }

    /// Whether the client has been told that it is accepted; pending as long as it has been told nothing.
    pub fn poll_told(&self, cx: &mut Context<'_>) -> Poll<bool> {
        let mut state = self.state();
        if let Decision::Told(accepted) = state.decision {
            return Poll::Ready(accepted);
        }
        keep(&mut state.wakers.session, cx);
        Poll::Pending
    }

    /// Nobody waits for the decision any more.
    pub fn abandon(&self) {
        let mut state = self.state();
        if !matches!(state.decision, Decision::Told(_)) {
            state.is_abandoned = true;
            state.decision = Decision::Told(false);
            wake(&mut state.wakers.session);
        }
    }

    pub fn is_abandoned(&self) -> bool {
        self.state().is_abandoned
    }

    // The handler.

    pub fn poll_receive(&self, cx: &mut Context<'_>) -> Poll<Result<Message, WebSocketDisconnect>> {
        let mut state = self.state();
        if let Some(frame) = &state.close {
            return Poll::Ready(Err(WebSocketDisconnect::by(frame.clone())));
        }
        let was_full = !state.has_room(self.limits);
        if let Some(message) = state.inbox.pop_front() {
            state.held -= message.len();
            // The line may have waited for room.
            if was_full {
                wake(&mut state.wakers.session);
            }
            return Poll::Ready(Ok(message));
        }
        if let Some(over) = &state.over {
            return Poll::Ready(Err(over.clone()));
        }
        keep(&mut state.wakers.receiver, cx);
        Poll::Pending
    }

    /// Nobody will receive any more: what comes is thrown away, and holds nothing up.
    pub fn stop_receiving(&self) {
        let mut state = self.state();
        state.is_deaf = true;
        state.inbox.clear();
        state.held = 0;
        wake(&mut state.wakers.session);
    }

    /// Takes the message in when there is room.
    pub fn poll_send(
        &self,
        cx: &mut Context<'_>,
        message: &mut Option<Outgoing>,
    ) -> Poll<Result<(), WebSocketDisconnect>> {
        let mut state = self.state();
        if let Some(over) = state.ended() {
            return Poll::Ready(Err(over));
        }
        if state.queued >= self.limits.send_queue {
            keep_one_more(&mut state.wakers.senders, cx);
            return Poll::Pending;
        }
        if let Some(message) = message.take() {
            state.take_in(message);
        }
        Poll::Ready(Ok(()))
    }

    /// Takes the message in when there is room now.
    pub fn try_send(&self, message: Outgoing) -> Result<(), NotSent> {
        let mut state = self.state();
        if state.close.is_some() || state.over.is_some() {
            return Err(NotSent::Over);
        }
        if state.queued >= self.limits.send_queue {
            return Err(NotSent::Full);
        }
        state.take_in(message);
        Ok(())
    }

    /// The number of a ping that is about to be sent: it holds it, and so does its answer.
    pub fn number_ping(&self) -> u64 {
        let mut state = self.state();
        state.pinged += 1;
        state.pinged
    }

    /// The answer to a ping, or to one that was sent after it: a peer need not answer the earlier ones (RFC 6455, section 5.5.3).
    pub fn poll_pong(&self, cx: &mut Context<'_>, ping: u64) -> Poll<Result<(), WebSocketDisconnect>> {
        let mut state = self.state();
        if state.ponged >= ping {
            return Poll::Ready(Ok(()));
        }
        if let Some(over) = state.ended() {
            return Poll::Ready(Err(over));
        }
        keep_one_more(&mut state.wakers.pingers, cx);
        Poll::Pending
    }

    /// Ends the connection once everything has been sent, unless it is ending.
    pub fn close(&self, frame: CloseFrame) {
        let mut state = self.state();
        if state.close.is_none() && state.over.is_none() {
            state.close = Some(frame);
            state.wakers.tell_everybody();
        }
    }

    /// The same at once: what has not been sent is lost.
    pub fn close_now(&self, frame: CloseFrame) {
        let mut state = self.state();
        state.outbox.clear();
        state.queued = 0;
        drop(state);
        self.close(frame);
    }

    pub fn poll_done(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state();
        if state.is_done {
            return Poll::Ready(());
        }
        keep_one_more(&mut state.wakers.closers, cx);
        Poll::Pending
    }

    // The line.

    /// Whoever drives the line is woken from now on when there is something to do.
    pub fn watch(&self, cx: &Context<'_>) {
        keep(&mut self.state().wakers.session, cx);
    }

    pub fn has_room(&self) -> bool {
        self.state().has_room(self.limits)
    }

    /// A message has come.
    pub fn received(&self, message: Message) {
        let mut state = self.state();
        if !state.is_deaf {
            state.held += message.len();
            state.inbox.push_back(message);
            wake(&mut state.wakers.receiver);
        }
    }

    /// A pong has come. One that answers nothing is allowed, and means nothing.
    pub fn ponged(&self, payload: &[u8]) {
        let Ok(number) = payload.try_into().map(u64::from_be_bytes) else {
            return;
        };
        let mut state = self.state();
        if (state.ponged + 1..=state.pinged).contains(&number) {
            state.ponged = number;
            state.wakers.pingers.drain(..).for_each(Waker::wake);
        }
    }

    /// What is to be sent next.
    pub fn next(&self) -> Option<Outgoing> {
        let mut state = self.state();
        let message = state.outbox.pop_front()?;
        state.queued -= message.len() + OVERHEAD;
        if state.queued < self.limits.send_queue {
            state.wakers.senders.drain(..).for_each(Waker::wake);
        }
        Some(message)
    }

    /// How this side wants to end it.
    pub fn wanted_close(&self) -> Option<CloseFrame> {
        self.state().close.clone()
    }

    /// It is over, and this is why; the first who says it is right.
    pub fn end(&self, why: WebSocketDisconnect) {
        let mut state = self.state();
        state.over.get_or_insert(why);
        state.outbox.clear();
        state.queued = 0;
        state.wakers.tell_everybody();
    }

    /// The line has nothing more to do.
    pub fn done(&self) {
        self.end(WebSocketDisconnect::BROKEN);
        let mut state = self.state();
        state.is_done = true;
        state.wakers.closers.drain(..).for_each(Waker::wake);
    }
}

/// What a message costs besides its bytes, so that many empty ones fill the queue too.
const OVERHEAD: usize = 64;

impl State {
    /// Many small messages fill the inbox, and so does one that is as large as any.
    fn has_room(&self, limits: &WebSocketLimits) -> bool {
        self.inbox.len() < limits.receive_queue && self.held < limits.message_size.max(1)
    }

    fn ended(&self) -> Option<WebSocketDisconnect> {
        let closed = self.close.clone().map(WebSocketDisconnect::by);
        closed.or_else(|| self.over.clone())
    }

    fn take_in(&mut self, message: Outgoing) {
        self.queued += message.len() + OVERHEAD;
        self.outbox.push_back(message);
        wake(&mut self.wakers.session);
    }
}

impl Wakers {
    fn tell_everybody(&mut self) {
        wake(&mut self.session);
        wake(&mut self.receiver);
        self.senders.drain(..).for_each(Waker::wake);
        self.pingers.drain(..).for_each(Waker::wake);
    }
}

fn wake(waker: &mut Option<Waker>) {
    if let Some(waker) = waker.take() {
        waker.wake();
    }
}

fn keep(place: &mut Option<Waker>, cx: &Context<'_>) {
    match place {
        Some(waker) => waker.clone_from(cx.waker()),
        None => *place = Some(cx.waker().clone()),
    }
}

fn keep_one_more(wakers: &mut Vec<Waker>, cx: &Context<'_>) {
    if !wakers.iter().any(|waker| waker.will_wake(cx.waker())) {
        wakers.push(cx.waker().clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        let limits = WebSocketLimits::new().receive_queue(3).message_size(100);
        Link::new(Box::leak(Box::new(limits)))
    }

    fn receive(link: &Link) {
        let polled = link.poll_receive(&mut Context::from_waker(Waker::noop()));
        assert!(polled.is_ready());
    }

    #[test]
    fn many_messages_fill_the_inbox_and_so_do_large_ones() {
        for (size, most) in [(0, 3), (1, 3), (60, 2), (100, 1)] {
            let link = link();
            let messages =
                std::iter::repeat_with(|| link.has_room().then(|| link.received(vec![0; size].into())));
            assert_eq!(messages.take_while(Option::is_some).count(), most, "{size}");
            receive(&link);
            assert!(link.has_room(), "{size}");
        }
    }

    #[test]
    fn what_nobody_will_receive_fills_nothing() {
        let link = link();
        link.received(vec![0; 100].into());
        link.stop_receiving();
        assert!(link.has_room());
        link.received(vec![0; 100].into());
        assert!(link.has_room());
    }
}
