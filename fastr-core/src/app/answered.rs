//! The answer to a request, as whoever sent it waits for it.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::frozen::Frozen;
use super::observed::Observed;
use crate::body::Body;
use crate::handler::{self, Pending, Terms};
use crate::middleware::Surrounded;
use crate::request::{Call, Peer};
use crate::response::{Outcome, Response};
use crate::route::{BodyPlan, Operation};

/// The answer to a request.
#[expect(
    clippy::large_enum_variant,
    reason = "the large one is the usual one, and a box for it costs more than its size"
)]
pub enum Answered {
    /// It comes straight from the operations, and nothing is put on the heap for it.
    Direct(Direct),
    /// Middleware stands around them.
    Surrounded(Surrounded),
    /// Somebody wants to know of the request.
    Observed(Box<Observed>),
}

impl Answered {
    /// The operation whose answer it is, if it is one's; known when the answer is there.
    pub fn operation(&self) -> Option<&'static Operation> {
        match self {
            Self::Direct(answer) => answer.operation(),
            Self::Surrounded(answer) => answer.operation(),
            Self::Observed(answer) => answer.operation(),
        }
    }

    /// The operation that was reached, whether a middleware answered otherwise or not.
    pub fn reached(&self) -> Option<&'static Operation> {
        match self {
            Self::Surrounded(answer) => answer.reached(),
            Self::Direct(_) | Self::Observed(_) => self.operation(),
        }
    }
}

impl Future for Answered {
    type Output = Response;

    #[inline(never)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        match self.get_mut() {
            Self::Direct(answer) => Pin::new(answer).poll(cx),
            Self::Surrounded(answer) => Pin::new(answer).poll(cx),
            Self::Observed(answer) => Pin::new(answer).poll(cx),
        }
    }
}

/// The answer of the operations.
///
/// Nothing is done before it is asked for: so a response that is ready at once is handed over from where it was made, and
/// never kept here.
pub struct Direct {
    step: Step,
    terms: Terms,
}

#[expect(
    clippy::large_enum_variant,
    reason = "every answer has the large one at first"
)]
enum Step {
    /// Nothing has been done yet.
    Asked(&'static Frozen, Call),
    /// The body or the operation is waited for.
    Pending(Pending),
    /// The answer is there, and hyper has yet to see that nobody wants the rest of the body.
    Kept(Response),
    /// The response has been handed over.
    Over,
}

impl Direct {
    /// The answer to a request that came from there.
    #[inline]
    pub fn new<B: Into<Body>>(frozen: &'static Frozen, request: http::Request<B>, peer: Peer) -> Self {
        Self {
            terms: frozen.terms(request.method(), &peer),
            step: Step::Asked(frozen, frozen.call(request, peer)),
        }
    }

    /// Polls, and makes `form` of the response where it stands, which saves a copy.
    #[expect(clippy::inline_always, reason = "the response would be copied once more")]
    #[inline(always)]
    fn poll_as<R>(&mut self, cx: &mut Context<'_>, form: impl Fn(Response) -> R) -> Poll<R> {
        let Step::Asked(frozen, call) = &mut self.step else {
            return self.wait(cx).map(form);
        };
        let Some(operation) = frozen.operation(call) else {
            return self.answer_unrouted(cx).map(form);
        };
        self.terms.operation = Some(operation);
        if operation.body != BodyPlan::Leave {
            return self.receive(operation, cx).map(form);
        }
        let mut called = handler::called(operation, call);
        if let Ok(Outcome::Ready(response)) = &mut called {
            // It is finished where it is, so that it is moved once.
            self.terms.keep(response);
            if self.terms.asked.leaves_body() {
                let response = std::mem::take(response);
                return self.leave_body(response, cx).map(form);
            }
            self.step = Step::Over;
        }
        match called {
            Ok(Outcome::Ready(response)) => Poll::Ready(form(response)),
            Ok(Outcome::Waiting(waiting)) => self.wait_for(Pending::Waiting(waiting), cx).map(form),
            Err(_) => self.panicked(cx).map(form),
        }
    }

    /// The operation that answers, if it is one; known when the answer is there.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.terms.operation
    }

    /// Takes in the body first.
    #[inline(never)]
    fn receive(&mut self, operation: &'static Operation, cx: &mut Context<'_>) -> Poll<Response> {
        let Step::Asked(_, call) = &mut self.step else {
            unreachable!("a body is received for a call");
        };
        match self.terms.receive(operation, call, cx) {
            Ok(outcome) => self.give(outcome, cx),
            Err(pending) => self.wait_for(pending, cx),
        }
    }

    /// Hands over what is there, or waits for it.
    fn give(&mut self, outcome: Outcome, cx: &mut Context<'_>) -> Poll<Response> {
        match outcome {
            Outcome::Ready(response) => self.hand_over(response, cx),
            Outcome::Waiting(waiting) => self.wait_for(Pending::Waiting(waiting), cx),
        }
    }

    fn hand_over(&mut self, response: Response, cx: &mut Context<'_>) -> Poll<Response> {
        if self.terms.asked.leaves_body() {
            return self.leave_body(response, cx);
        }
        self.step = Step::Over;
        Poll::Ready(response)
    }

    /// Lets go of the body, and hands over the response when hyper has seen that.
    #[cold]
    fn leave_body(&mut self, response: Response, cx: &mut Context<'_>) -> Poll<Response> {
        self.terms.asked.leave_nothing();
        self.step = Step::Kept(response);
        cx.waker().wake_by_ref();
        Poll::Pending
    }

    #[inline(never)]
    fn wait_for(&mut self, pending: Pending, cx: &mut Context<'_>) -> Poll<Response> {
        self.step = Step::Pending(pending);
        self.wait(cx)
    }

    #[inline(never)]
    fn wait(&mut self, cx: &mut Context<'_>) -> Poll<Response> {
        let response = match &mut self.step {
            Step::Pending(pending) => ready!(pending.poll(&mut self.terms, cx)),
            Step::Kept(response) => std::mem::take(response),
            Step::Asked(..) | Step::Over => unreachable!("an answer is given once"),
        };
        self.hand_over(response, cx)
    }

    /// The operation has panicked.
    #[cold]
    fn panicked(&mut self, cx: &mut Context<'_>) -> Poll<Response> {
        let Step::Asked(_, mut call) = std::mem::replace(&mut self.step, Step::Over) else {
            unreachable!("a call has panicked");
        };
        let response = self.terms.panicked(call.head_of_an_error());
        self.hand_over(response, cx)
    }

    /// No operation was reached.
    #[cold]
    fn answer_unrouted(&mut self, cx: &mut Context<'_>) -> Poll<Response> {
        let Step::Asked(frozen, call) = &mut self.step else {
            unreachable!("no operation answers a call");
        };
        let mut outcome = frozen.unrouted(call);
        if let Outcome::Ready(response) = &mut outcome {
            self.terms.keep(response);
        }
        self.give(outcome, cx)
    }
}

impl Future for Direct {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        self.get_mut().poll_as(cx, |response| response)
    }
}

/// An answer, as hyper wants it.
pub struct Unfailing(pub Answered);

impl Future for Unfailing {
    type Output = Result<Response, Infallible>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            Answered::Direct(answer) => answer.poll_as(cx, Ok),
            // Apart, so that the way of most answers is short.
            answer => Pin::new(answer).poll(cx).map(Ok),
        }
    }
}
