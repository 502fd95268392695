//! Step 5: one call of one operation, from the arguments to a response that keeps its contract.

mod contract;
mod pending;
mod wait;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::extract::Limits;
use crate::request::{Call, Common, Peer, RequestParts};
use crate::respond;
use crate::response::{Outcome, Response};
use crate::route::Operation;

pub use contract::{OnBreach, finish, middleware_breach};
pub use pending::Pending;
pub use wait::{blocking, later, now};

/// How the calls of an application are made.
pub struct Manner {
    /// How much of a body is taken in.
    pub limits: Limits,
    /// What happens when a status is sent that was not declared.
    pub on_breach: OnBreach,
    /// How many responses had a status that their operation does not declare.
    pub breaches: AtomicU64,
    /// How many operations and middlewares panicked.
    pub panics: AtomicU64,
    /// What the calls have in common.
    pub common: Common,
}

impl Manner {
    /// How many statuses and close codes were sent that were not declared.
    pub fn undeclared(&self) -> u64 {
        let statuses = self.breaches.load(Ordering::Relaxed);
        #[cfg(feature = "websocket")]
        let statuses = statuses + self.common.sockets.undeclared.load(Ordering::Relaxed);
        statuses
    }
}

/// What holds for any answer to a request.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// HEAD: the response goes without its body (RFC 9110, section 9.3.2).
    head_only: bool,
    /// No further request is wanted on the connection.
    is_last: bool,
    /// A body came with it, or is on its way, that nobody has read to its end.
    leaves_body: bool,
}

impl Asked {
    /// What a request with this method says, that came from there.
    pub fn by(method: &http::Method, peer: &Peer) -> Self {
        Self {
            head_only: method == http::Method::HEAD,
            is_last: peer.is_last,
            leaves_body: peer.has_body,
        }
    }

    /// Whether a body is left behind on the connection that the answer is about to go over. Then hyper has to look at the
    /// connection before it writes the head: the next piece of the body it throws away, and where more is to come it says
    /// `Connection: close` (RFC 9112, section 9.6). It does so when the body has been dropped and the answer is not yet there.
    #[inline]
    pub fn leaves_body(self) -> bool {
        self.leaves_body
    }

    /// The body was read to its end, or hyper has had its look.
    pub fn leave_nothing(&mut self) {
        self.leaves_body = false;
    }
}

/// What an answer is made by.
#[derive(Clone, Copy)]
pub struct Terms {
    /// The operation whose contract it keeps; none when none gives it.
    pub operation: Option<&'static Operation>,
    /// What was asked.
    pub asked: Asked,
    /// How calls are made.
    pub manner: &'static Manner,
}

/// Calls the operation. An error is a panic.
#[expect(clippy::inline_always, reason = "the response would be copied once more")]
#[inline(always)]
pub fn called(operation: &'static Operation, call: &mut Call) -> thread::Result<Outcome> {
    catch_unwind(AssertUnwindSafe(|| (operation.call)(call)))
}

impl Terms {
    /// The response after a panic of whoever had this call. What the panic said has gone to the panic hook; the client is
    /// not told.
    #[cold]
    pub fn panicked(&self, head: Option<RequestParts>) -> Response {
        self.manner.panics.fetch_add(1, Ordering::Relaxed);
        if let Some(operation) = self.operation {
            tracing::error!(operation = operation.name, place = %operation.place, "a handler panicked");
        }
        self.kept(respond::panicked(head, &self.manner.common))
    }

    /// The response as it is sent.
    pub fn kept(&self, mut response: Response) -> Response {
        self.keep(&mut response);
        response
    }
}
