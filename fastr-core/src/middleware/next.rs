//! What comes behind a middleware.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::HeaderMap;

use crate::error::HttpException;
use crate::request::{Common, Request};
use crate::respond::{RaisedError, Reply, exception};
use crate::response::Response;

/// A response that is to come.
pub type Later = Pin<Box<dyn Future<Output = Response> + Send>>;

/// One that answers: a middleware with what is behind it, or the operations.
pub trait Step: Send + Sync {
    /// Answers a request.
    fn answer(&'static self, request: Request) -> Later;
}

/// What comes behind a middleware: FastAPI's `call_next`. It is copied like a number, so that it can be asked again.
#[derive(Clone, Copy)]
pub struct Next {
    step: &'static dyn Step,
    common: &'static Common,
}

impl Next {
    /// The last one.
    pub fn last(step: &'static dyn Step, common: &'static Common) -> Self {
        Self { step, common }
    }

    /// This step in front of all others.
    #[must_use]
    pub fn behind(self, step: impl Step + 'static) -> Self {
        Self {
            step: Box::leak(Box::new(step)),
            common: self.common,
        }
    }

    /// Hands the request on, and gives what it is answered with.
    pub fn run(self, request: Request) -> Later {
        self.step.answer(request)
    }

    /// The response to an error, in the form in which the application answers all of them.
    pub fn refuse(self, error: HttpException) -> Response {
        exception(error, self.reply())
    }

    /// The response to an error of any type that can be raised.
    pub(super) fn raise<E: RaisedError>(self, error: E) -> Response {
        error.respond(self.reply())
    }

    fn reply(self) -> Reply {
        Reply::new(0, HeaderMap::new(), self.common)
    }
}

/// So that a layer of tower can stand before it.
impl tower_service::Service<Request> for Next {
    type Response = Response;
    type Error = Infallible;
    type Future = Ready;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Ready {
        Ready(self.run(request))
    }
}

/// The future of [`Next`] as a service of tower, which never fails.
pub struct Ready(Later);

impl Future for Ready {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(cx).map(Ok)
    }
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Next")
    }
}
