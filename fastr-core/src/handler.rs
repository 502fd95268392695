//! Step 5: one call of one operation, from the arguments to a response that keeps its contract.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use fastr_status::{HTTP_205_RESET_CONTENT, HTTP_400_BAD_REQUEST, may_have_body};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue};
use http_body::Body as _;

use crate::body::Body;
use crate::error::HttpException;
use crate::extract::{Limits, NotReceived, Receive, decode_form};
use crate::request::{Call, Payload};
use crate::respond::{Reply, exception, internal_error};
use crate::response::{Outcome, Response, Waiting};
use crate::route::{Operation, Parameter};

/// What happens when an operation answers with a status that it does not declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnBreach {
    /// The response is sent, and the breach is logged.
    Log,
    /// The breach is logged, and 500 is sent: it cannot be overlooked while the program is written.
    Refuse,
    /// The caller panics: a test fails.
    Panic,
}

/// How the calls of an application are made.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// How much of a body is taken in.
    pub limits: Limits,
    /// What happens when a status is sent that was not declared.
    pub on_breach: OnBreach,
}

/// The response to a request, at once where that is possible.
pub struct Answer {
    step: Step,
    /// HEAD: the response goes without its body (RFC 9110, section 9.3.2).
    head_only: bool,
    contract: Option<(&'static Operation, Manner)>,
}

enum Step {
    Ready(Option<Response>),
    Receiving(Box<(Receive, Option<Call>)>),
    Waiting(Waiting),
}

impl Answer {
    /// An answer that no operation gave.
    pub fn ready(response: Response, head_only: bool) -> Self {
        Self {
            step: Step::Ready(Some(response)),
            head_only,
            contract: None,
        }
    }

    /// The answer of an operation.
    pub fn of(operation: &'static Operation, mut call: Call, head_only: bool, manner: Manner) -> Self {
        call.embedded = Parameter::embedded(operation.parameters);
        let step = if Parameter::collect_body(operation.parameters)
            && let Payload::Stream(body) = std::mem::replace(&mut call.payload, Payload::Bytes(Bytes::new()))
        {
            let receive = Receive::new(body, &call.head, operation.parameters, manner.limits);
            Step::Receiving(Box::new((receive, Some(call))))
        } else {
            begin(operation, call)
        };
        Self {
            step,
            head_only,
            contract: Some((operation, manner)),
        }
    }

    fn finish(&self, mut response: Response) -> Response {
        if let Some((operation, manner)) = self.contract
            && !operation.contract.allows(response.status().as_u16())
        {
            response = breach(operation, manner.on_breach, response);
        }
        without_forbidden_body(response, self.head_only)
    }
}

impl Future for Answer {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let this = self.get_mut();
        loop {
            match &mut this.step {
                Step::Ready(response) => {
                    let response = response.take().unwrap_or_else(internal_error);
                    return Poll::Ready(this.finish(response));
                }
                Step::Waiting(waiting) => {
                    let polled = catch_unwind(AssertUnwindSafe(|| waiting.as_mut().poll(cx)));
                    let response = match polled {
                        Ok(polled) => ready!(polled),
                        Err(_) => panicked(this.contract),
                    };
                    return Poll::Ready(this.finish(response));
                }
                Step::Receiving(receiving) => {
                    let (receive, call) = &mut **receiving;
                    let received = ready!(Pin::new(receive).poll(cx));
                    let Some((mut call, (operation, _))) = call.take().zip(this.contract) else {
                        return Poll::Ready(internal_error());
                    };
                    this.step = match received {
                        Ok(payload) => {
                            call.payload = payload;
                            if Parameter::forms(operation.parameters) > 0 {
                                decode_form(&mut call);
                            }
                            begin(operation, call)
                        }
                        // The request never arrived whole, so the contract of the operation has not begun.
                        Err(NotReceived::Broken(error)) => {
                            tracing::debug!(%error, "a body broke off");
                            this.contract = None;
                            let detail = "There was an error reading the body";
                            refuse(HttpException::new(HTTP_400_BAD_REQUEST, detail))
                        }
                        Err(NotReceived::Refused(refusal)) => refuse(refusal),
                    };
                }
            }
        }
    }
}

fn refuse(refusal: HttpException) -> Step {
    let reply = Reply::new(refusal.status(), HeaderMap::new());
    Step::Ready(Some(exception(refusal, reply)))
}

fn begin(operation: &'static Operation, call: Call) -> Step {
    match catch_unwind(AssertUnwindSafe(|| (operation.call)(call))) {
        Ok(Outcome::Ready(response)) => Step::Ready(Some(response)),
        Ok(Outcome::Waiting(waiting)) => Step::Waiting(waiting),
        Err(_) => Step::Ready(Some(panicked(Some((operation, ()))))),
    }
}

/// What the panic said has gone to the panic hook; the client is not told.
fn panicked<T>(operation: Option<(&'static Operation, T)>) -> Response {
    if let Some((operation, _)) = operation {
        tracing::error!(operation = operation.name, place = %operation.place, "a handler panicked");
    }
    internal_error()
}

#[cold]
fn breach(operation: &Operation, on_breach: OnBreach, response: Response) -> Response {
    let status = response.status();
    let text = format!(
        "`{}` ({}) answered {status}, which it does not declare; add `raises({})` to its attribute, or answer with one of {}",
        operation.name,
        operation.place,
        status.as_u16(),
        operation.contract.possible,
    );
    tracing::error!("{text}");
    match on_breach {
        OnBreach::Log => response,
        OnBreach::Refuse => internal_error(),
        OnBreach::Panic => panic!("{text}"),
    }
}

/// Takes from a response what its status or HEAD forbids (RFC 9110, sections 6.4.1 and 8.6).
fn without_forbidden_body(mut response: Response, head_only: bool) -> Response {
    let status = response.status().as_u16();
    if !may_have_body(status) {
        *response.body_mut() = Body::empty();
        let headers = response.headers_mut();
        for name in [CONTENT_TYPE, CONTENT_LENGTH, TRANSFER_ENCODING] {
            headers.remove(name);
        }
        if status == HTTP_205_RESET_CONTENT {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
    } else if head_only {
        let body = std::mem::take(response.body_mut());
        if let Some(length) = body.size_hint().exact() {
            response
                .headers_mut()
                .entry(CONTENT_LENGTH)
                .or_insert(length.into());
        }
    }
    response
}

/// The output of a future that never waits: the macro has seen that nothing in it can.
pub fn now<F: Future>(future: F) -> F::Output {
    let future = std::pin::pin!(future);
    match future.poll(&mut Context::from_waker(std::task::Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("a future without a place to wait has waited"),
    }
}

/// The outcome of a handler that may have to wait.
pub fn later(future: impl Future<Output = Response> + Send + 'static) -> Outcome {
    Outcome::Waiting(Box::pin(future))
}

/// Runs a function on the pool for blocking work.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(value) => value,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
