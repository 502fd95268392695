//! A return type as data: what it can send, and how it is sent.

use super::{Reply, exception, not_valid};
use crate::request::Call;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// The return type `R` of a handler.
pub struct Returns<R> {
    /// The statuses it can send.
    pub statuses: Statuses,
    /// What the document says of it.
    pub describe: fn() -> Vec<ResponseDoc>,
    pub(super) respond: fn(R, Reply) -> Response,
}

impl<R> Returns<R> {
    /// Makes the response from what the handler returned.
    #[inline]
    pub fn send(&self, status: u16, call: Call, value: R) -> Response {
        let status = call.response.status().unwrap_or(status);
        let mut headers = call.head.headers;
        headers.clear();
        let mut reply = Reply::new(status, headers);
        if !call.response.headers().is_empty() {
            reply = reply.with_headers(call.response.into_headers());
        }
        (self.respond)(value, reply)
    }
}

/// The response to a call whose arguments were not all found.
#[cold]
pub fn refuse(call: Call) -> Response {
    let mut headers = call.head.headers;
    headers.clear();
    let reply = Reply::new(0, headers);
    match call.refusal {
        Some(refusal) => exception(refusal, reply),
        None => not_valid(call.errors, reply),
    }
}
