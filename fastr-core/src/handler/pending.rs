//! An answer that has to be waited for.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use fastr_status::{HTTP_400_BAD_REQUEST, HTTP_408_REQUEST_TIMEOUT};
use http::HeaderMap;
use http::header::CONNECTION;

use super::{Terms, called};
use crate::error::HttpException;
use crate::extract::{NotReceived, Receive, decode_form};
use crate::request::{Call, Payload, TakenCall, lost_head};
use crate::respond::{Reply, exception};
use crate::response::{Outcome, Response, Waiting};
use crate::route::{BodyPlan, Operation};

/// What an answer waits for.
pub enum Pending {
    /// The body of the request.
    Receiving(Box<Receiving>),
    /// The operation, or whoever answers in its place.
    Waiting(Waiting),
}

/// A call whose body is on its way.
pub struct Receiving {
    receive: Receive,
    call: TakenCall,
    operation: &'static Operation,
}

impl Pending {
    /// The answer, when it is there.
    pub fn poll(&mut self, terms: &mut Terms, cx: &mut Context<'_>) -> Poll<Response> {
        loop {
            match self {
                Self::Receiving(receiving) => {
                    let received = ready!(Pin::new(&mut receiving.receive).poll(cx));
                    match terms.arrived(received, receiving.operation, &mut receiving.call) {
                        Outcome::Ready(response) => return Poll::Ready(response),
                        Outcome::Waiting(waiting) => *self = Self::Waiting(waiting),
                    }
                }
                Self::Waiting(waiting) => {
                    let polled = catch_unwind(AssertUnwindSafe(|| waiting.as_mut().poll(cx)));
                    return Poll::Ready(match polled {
                        Ok(polled) => terms.kept(ready!(polled)),
                        Err(_) => terms.panicked(lost_head()),
                    });
                }
            }
        }
    }
}

impl Terms {
    /// Takes in the body for an operation that decodes it. Most bodies come with the head, and are not waited for.
    pub fn receive(
        &mut self,
        operation: &'static Operation,
        call: &mut Call,
        cx: &mut Context<'_>,
    ) -> Result<Outcome, Pending> {
        call.embedded = matches!(operation.body, BodyPlan::Json { embedded: true, .. });
        let Payload::Stream(body) = std::mem::take(&mut call.payload) else {
            return Ok(self.called(operation, call));
        };
        let limits = self.manner.limits.within(operation.body.limit());
        let mut receive = Receive::new(body, &call.head, operation.parameters, limits);
        match Pin::new(&mut receive).poll(cx) {
            Poll::Ready(received) => Ok(self.arrived(received, operation, call)),
            Poll::Pending => Err(Pending::Receiving(Box::new(Receiving {
                receive,
                call: call.take(),
                operation,
            }))),
        }
    }

    /// The body has arrived, or will not.
    fn arrived(
        &mut self,
        received: Result<Payload, NotReceived>,
        operation: &'static Operation,
        call: &mut Call,
    ) -> Outcome {
        let refusal = match received {
            Ok(payload) => {
                self.asked.leave_nothing();
                call.payload = payload;
                if matches!(operation.body, BodyPlan::Form { .. }) {
                    decode_form(call);
                }
                return self.called(operation, call);
            }
            Err(NotReceived::Refused(refusal)) => refusal,
            // The request never arrived whole, so the contract of the operation has not begun.
            Err(NotReceived::Broken(error)) => {
                tracing::debug!(%error, "a body broke off");
                self.operation = None;
                let refusal = HttpException::new(HTTP_400_BAD_REQUEST, "There was an error reading the body");
                refusal.header(CONNECTION.as_str(), "close")
            }
            Err(NotReceived::Slow) => {
                self.operation = None;
                let refusal = HttpException::new(HTTP_408_REQUEST_TIMEOUT, "The body came too slowly");
                refusal.header(CONNECTION.as_str(), "close")
            }
        };
        let reply = Reply::new(refusal.status(), HeaderMap::new(), &self.manner.common);
        let response = exception(refusal, reply.about(call.head_of_an_error()));
        Outcome::Ready(self.kept(response))
    }

    fn called(&self, operation: &'static Operation, call: &mut Call) -> Outcome {
        match called(operation, call) {
            Ok(Outcome::Ready(response)) => Outcome::Ready(self.kept(response)),
            Ok(waiting) => waiting,
            Err(_) => Outcome::Ready(self.panicked(call.head_of_an_error())),
        }
    }
}
