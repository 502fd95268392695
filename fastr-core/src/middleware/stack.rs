//! All that stands around the operations, and the contract that it keeps.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use fastr_status::{HTTP_500_INTERNAL_SERVER_ERROR, StatusSet};

use super::{Later, Next};
use crate::handler::{Asked, Manner, finish, middleware_breach};
use crate::request::{Arrival, Peer, Request, lost_head};
use crate::respond::panicked;
use crate::response::Response;
use crate::route::Operation;

/// What stands around the operations.
pub struct Stack {
    /// The outermost step.
    pub first: Next,
    /// How calls are made.
    pub manner: &'static Manner,
}

/// What came from behind the middleware: told by the operations, and compared with what goes out.
#[derive(Clone, Default)]
pub struct Seen(Arc<Mutex<Inside>>);

#[derive(Clone, Copy)]
struct Inside {
    operation: Option<&'static Operation>,
    statuses: StatusSet,
}

impl Default for Inside {
    fn default() -> Self {
        Self {
            operation: None,
            statuses: StatusSet::EMPTY,
        }
    }
}

impl Seen {
    /// Notes what an operation, or the application for none, answers.
    pub fn note(&self, operation: Option<&'static Operation>, status: u16) {
        let mut inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inside.operation = operation;
        inside.statuses = inside.statuses.with(status);
    }

    /// Whether a request was handed on to what is behind the middleware, and answered there.
    fn is_noted(&self) -> bool {
        !self.get().statuses.is_empty()
    }

    fn get(&self) -> Inside {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stack {
    /// Answers a request.
    pub fn answer(&'static self, mut request: Request, peer: Peer) -> Surrounded {
        let seen = Seen::default();
        let asked = Asked::by(request.method(), &peer);
        let site = &self.manner.common.site;
        request.extensions_mut().insert(Arrival { peer, site });
        request.extensions_mut().insert(seen.clone());
        let begun = catch_unwind(AssertUnwindSafe(|| self.first.run(request)));
        Surrounded {
            later: begun.ok(),
            seen,
            asked,
            stack: self,
            sent: None,
        }
    }

    /// Whether a response may have this status: what is behind the middleware sent it, or one of them may.
    fn check(&self, inside: Inside, response: &mut Response) {
        let status = response.status().as_u16();
        if inside.statuses.contains(status) || status == HTTP_500_INTERNAL_SERVER_ERROR {
            return;
        }
        let around = self.manner.common.errors.around;
        let declared = match inside.operation {
            Some(operation) => around.statuses_of(operation.module, operation.place),
            None => around.every_status(),
        };
        if !declared.contains(status) {
            middleware_breach(self.manner, around, response);
        }
    }
}

/// The answer to a request that went through middleware.
pub struct Surrounded {
    /// None when a middleware panicked before it waited for anything.
    later: Option<Later>,
    seen: Seen,
    asked: Asked,
    stack: &'static Stack,
    sent: Option<u16>,
}

impl Surrounded {
    /// The operation that was reached, if one was.
    pub fn reached(&self) -> Option<&'static Operation> {
        self.seen.get().operation
    }

    /// The operation that gave the answer that was sent, if one did.
    pub fn operation(&self) -> Option<&'static Operation> {
        let inside = self.seen.get();
        let sent = self.sent?;
        inside.operation.filter(|_| inside.statuses.contains(sent))
    }
}

impl Future for Surrounded {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let this = self.get_mut();
        let polled = match &mut this.later {
            Some(later) => catch_unwind(AssertUnwindSafe(|| later.as_mut().poll(cx))).ok(),
            None => None,
        };
        let mut response = if let Some(polled) = polled {
            ready!(polled)
        } else {
            tracing::error!("a middleware panicked");
            this.stack.manner.panics.fetch_add(1, Ordering::Relaxed);
            panicked(lost_head(), &this.stack.manner.common)
        };
        if this.asked.leaves_body() && !this.seen.is_noted() {
            // Nobody behind the middleware has seen to the body, which goes with the future. One that keeps it for itself and hands
            // on an empty one is not told apart: its connection ends without a word.
            this.asked.leave_nothing();
            this.later = Some(Box::pin(std::future::ready(response)));
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        this.stack.check(this.seen.get(), &mut response);
        finish(&mut response, this.asked);
        this.sent = Some(response.status().as_u16());
        Poll::Ready(response)
    }
}
