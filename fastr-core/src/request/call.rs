//! One call of one operation: what the arguments are taken from, and what went wrong on the way.

use std::cell::Cell;
use std::ops::{Deref, DerefMut};

use bytes::Bytes;

use super::{Captures, Client, Common, Peer, RequestParts};
use crate::body::Body;
use crate::decode::form::Form;
use crate::error::{HttpException, ValidationError};
use crate::response::ResponseParts;

/// The body as the operation wants it: whole, or still to come.
#[derive(Debug)]
pub enum Payload {
    /// Read to its end, or not wanted and therefore empty.
    Bytes(Bytes),
    /// Read to its end as a form.
    Form(Form),
    /// Handed on unread.
    Stream(Body),
}

/// What a handler's arguments are taken from.
pub struct Call {
    /// The head of the request.
    pub head: RequestParts,
    /// Who sent it, as far as the connection knows.
    pub peer: Peer,
    /// What the path template caught.
    pub captures: Captures,
    /// The body.
    pub payload: Payload,
    /// Whether there are several body parameters, so that each is a key of one JSON object.
    pub embedded: bool,
    /// What all calls have in common.
    pub common: &'static Common,
    /// What is wrong with the arguments, all of it.
    pub errors: Vec<ValidationError>,
    /// What keeps the request from being looked at any further.
    pub refusal: Option<HttpException>,
    /// What the handler wants on its response besides the value it returns.
    pub response: ResponseParts,
    /// Whether the head has been given away, so that what is there is none.
    gone: bool,
}

impl Call {
    /// A call at its beginning.
    #[inline]
    pub fn new(head: RequestParts, peer: Peer, payload: Payload, common: &'static Common) -> Self {
        Self {
            head,
            peer,
            captures: Captures::default(),
            payload,
            embedded: false,
            common,
            errors: Vec::new(),
            refusal: None,
            response: ResponseParts::default(),
            gone: false,
        }
    }

    /// Who asks.
    #[inline]
    pub fn client(&self) -> Client {
        self.common.site.client(self.peer, &self.head.headers)
    }

    /// The call, for a handler that waits longer than its place lasts; an empty one stays behind.
    #[must_use]
    pub fn take(&mut self) -> TakenCall {
        let (nothing, ()) = http::Request::new(()).into_parts();
        let mut empty = Self::new(nothing, self.peer, Payload::default(), self.common);
        empty.gone = true;
        TakenCall(std::mem::replace(self, empty))
    }

    /// The head, if it is still here; an operation may have taken the whole request.
    #[cold]
    pub fn give_head(&mut self) -> Option<RequestParts> {
        (!self.gone).then(|| take_head(self))
    }

    /// The same if somebody wants to see it who words an error.
    #[cold]
    pub fn head_of_an_error(&mut self) -> Option<RequestParts> {
        let words_errors = self.common.errors.handlers.are_there();
        words_errors.then(|| self.give_head()).flatten()
    }
}

thread_local! {
    /// The head of a call that a panic has ended, for whoever answers it.
    static LOST: Cell<Option<RequestParts>> = const { Cell::new(None) };
}

/// The head of the call that has just panicked on this thread, if it was still there and somebody wants to see it.
#[cold]
pub fn lost_head() -> Option<RequestParts> {
    LOST.take()
}

/// The call of a function that waits. It is the function's own, and so goes with its panic.
pub struct TakenCall(Call);

impl Deref for TakenCall {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.0
    }
}

impl DerefMut for TakenCall {
    fn deref_mut(&mut self) -> &mut Call {
        &mut self.0
    }
}

impl Drop for TakenCall {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(head) = self.0.head_of_an_error()
        {
            LOST.set(Some(head));
        }
    }
}

/// The head of the request; an empty one stays behind.
pub fn take_head(call: &mut Call) -> RequestParts {
    let (nothing, ()) = http::Request::new(()).into_parts();
    call.gone = true;
    std::mem::replace(&mut call.head, nothing)
}

/// Puts the head back.
pub fn put_head(call: &mut Call, head: RequestParts) {
    call.gone = false;
    call.head = head;
}

impl Default for Payload {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}
