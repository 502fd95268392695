//! One call of one operation: what the arguments are taken from, and what went wrong on the way.

use bytes::Bytes;

use super::{Captures, Common, RequestParts};
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
}

impl Call {
    /// A call at its beginning.
    #[inline]
    pub fn new(head: RequestParts, payload: Payload, common: &'static Common) -> Self {
        Self {
            head,
            captures: Captures::default(),
            payload,
            embedded: false,
            common,
            errors: Vec::new(),
            refusal: None,
            response: ResponseParts::default(),
        }
    }

    /// The call, for a handler that waits longer than its place lasts; an empty one stays behind.
    #[must_use]
    pub fn take(&mut self) -> Self {
        let (nothing, ()) = http::Request::new(()).into_parts();
        let empty = Self::new(nothing, Payload::default(), self.common);
        std::mem::replace(self, empty)
    }
}

/// The head of the request; an empty one stays behind.
pub fn take_head(call: &mut Call) -> RequestParts {
    let (nothing, ()) = http::Request::new(()).into_parts();
    std::mem::replace(&mut call.head, nothing)
}

impl Default for Payload {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}
