//! A return type as data: what it can send, and how it is sent.

use http::HeaderMap;

use super::skip::Skip;
use super::{Reply, exception, not_valid};
use crate::request::Call;
use crate::response::{More, Outcome, Response};
use crate::route::{Operation, ResponseDoc, Statuses};

/// The return type `R` of a handler.
pub struct Returns<R> {
    /// The statuses it can send.
    pub statuses: Statuses,
    /// What the document says of it.
    pub describe: fn() -> Vec<ResponseDoc>,
    pub(super) respond: fn(R, Reply) -> Response,
    pub(super) is_error: fn(&R) -> bool,
    pub(super) asks_request: bool,
    pub(super) skips_none: bool,
    pub(super) skips_defaults: bool,
}

impl<R> Returns<R> {
    /// The same without the fields of a model that are `null`.
    #[must_use]
    pub const fn skipping_none(self) -> Self {
        Self {
            skips_none: true,
            ..self
        }
    }

    /// The same without the fields of a model that are what they would be if they were absent.
    #[must_use]
    pub const fn skipping_defaults(self) -> Self {
        Self {
            skips_defaults: true,
            ..self
        }
    }

    /// Makes the response from what the handler returned at once.
    #[inline]
    pub fn outcome(&self, operation: &Operation, call: &mut Call, value: R) -> Outcome {
        Outcome::Ready(self.send(operation, call, value))
    }

    /// Makes the response from what the handler returned.
    #[inline]
    pub fn send(&self, operation: &Operation, call: &mut Call, value: R) -> Response {
        let set = std::mem::take(&mut call.response);
        let status = set.status().unwrap_or(operation.contract.status);
        let words_errors = call.common.errors.handlers.are_there();
        let mut reply = if self.asks_request | self.skips_none | self.skips_defaults {
            self.rare_reply(status, call)
        } else if words_errors && (self.is_error)(&value) {
            Reply::new(status, HeaderMap::new(), call.common).about(call.head_of_an_error())
        } else {
            Reply::new(status, emptied(call), call.common)
        };
        if let Some(more) = set.into_more() {
            reply = with_more(reply, *more, call);
        }
        (self.respond)(value, reply)
    }

    /// What few responses need.
    #[cold]
    fn rare_reply(&self, status: u16, call: &mut Call) -> Reply {
        let mut reply = if self.asks_request {
            Reply::new(status, HeaderMap::new(), call.common).about(call.give_head())
        } else {
            Reply::new(status, emptied(call), call.common)
        };
        if self.skips_none || self.skips_defaults {
            reply = reply.skipping(Skip {
                none: self.skips_none,
                defaults: self.skips_defaults,
                describe: self.describe,
            });
        }
        reply
    }
}

impl<R> Returns<R> {
    /// Makes the response of one of several answers, whose status and headers the reply has.
    pub fn answer(&self, value: R, reply: Reply) -> Response {
        (self.respond)(value, reply)
    }
}

fn with_more(reply: Reply, more: More, call: &Call) -> Reply {
    let reply = reply.with_headers(more.headers);
    if more.tasks.is_empty() {
        reply
    } else {
        reply.with_tasks(more.tasks, call.common.state.unfinished())
    }
}

/// The header map of the request, whose space the response has no need to ask for again.
#[expect(clippy::inline_always, reason = "the map would be copied once more")]
#[inline(always)]
fn emptied(call: &mut Call) -> HeaderMap {
    let mut headers = std::mem::take(&mut call.head.headers);
    headers.clear();
    headers
}

/// The response to a call whose arguments were not all found.
#[cold]
pub fn refuse(call: &mut Call) -> Outcome {
    let reply = match call.head_of_an_error() {
        Some(head) => Reply::new(0, HeaderMap::new(), call.common).with_request(head),
        None => Reply::new(0, emptied(call), call.common),
    };
    Outcome::Ready(match call.refusal.take() {
        Some(refusal) => exception(refusal, reply),
        None => not_valid(std::mem::take(&mut call.errors), &call.payload, reply),
    })
}
