//! Step 5: one call of one operation, from the arguments to a response that keeps its contract.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

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
use crate::route::{BodyPlan, Operation};

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
    contract: Option<(&'static Operation, &'static Manner)>,
}

enum Step {
    Ready(Option<Response>),
    Receiving(Box<(Receive, Call)>),
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

    /// The same for an answer that has to be waited for.
    #[cfg(feature = "files")]
    pub fn waiting(waiting: Waiting, head_only: bool) -> Self {
        Self {
            step: Step::Waiting(waiting),
            head_only,
            contract: None,
        }
    }

    /// The answer of an operation.
    #[inline]
    pub fn of(
        operation: &'static Operation,
        mut call: Call,
        head_only: bool,
        manner: &'static Manner,
    ) -> Self {
        call.embedded = matches!(operation.body, BodyPlan::Json { embedded: true });
        let step = if operation.body != BodyPlan::Leave
            && let Payload::Stream(body) = std::mem::take(&mut call.payload)
        {
            let receive = Receive::new(body, &call.head, operation.parameters, manner.limits);
            Step::Receiving(Box::new((receive, call)))
        } else {
            begin(operation, &mut call)
        };
        Self {
            step,
            head_only,
            contract: Some((operation, manner)),
        }
    }

    fn finish(&self, response: &mut Response) {
        if let Some((operation, manner)) = self.contract
            && !operation.contract.allows(response.status().as_u16())
        {
            breach(operation, manner.on_breach, response);
        }
        take_forbidden_body(response, self.head_only);
    }

    /// The body has arrived, or will not.
    fn received(&mut self, received: Result<Payload, NotReceived>) {
        let Step::Receiving(receiving) = &mut self.step else {
            return;
        };
        let Some((operation, _)) = self.contract else {
            return;
        };
        let call = &mut receiving.1;
        self.step = match received {
            Ok(payload) => {
                call.payload = payload;
                if operation.body == BodyPlan::Form {
                    decode_form(call);
                }
                begin(operation, call)
            }
            // The request never arrived whole, so the contract of the operation has not begun.
            Err(NotReceived::Broken(error)) => {
                tracing::debug!(%error, "a body broke off");
                self.contract = None;
                refuse(HttpException::new(
                    HTTP_400_BAD_REQUEST,
                    "There was an error reading the body",
                ))
            }
            Err(NotReceived::Refused(refusal)) => refuse(refusal),
        };
    }
}

impl Future for Answer {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let this = self.get_mut();
        let mut response = loop {
            match &mut this.step {
                Step::Ready(response) => break response.take().unwrap_or_else(internal_error),
                Step::Waiting(waiting) => {
                    match catch_unwind(AssertUnwindSafe(|| waiting.as_mut().poll(cx))) {
                        Ok(polled) => break ready!(polled),
                        Err(_) => break panicked(this.contract.map(|(operation, _)| operation)),
                    }
                }
                Step::Receiving(receiving) => {
                    let received = ready!(Pin::new(&mut receiving.0).poll(cx));
                    this.received(received);
                }
            }
        };
        this.finish(&mut response);
        Poll::Ready(response)
    }
}

fn refuse(refusal: HttpException) -> Step {
    let reply = Reply::new(refusal.status(), HeaderMap::new());
    Step::Ready(Some(exception(refusal, reply)))
}

#[inline]
fn begin(operation: &'static Operation, call: &mut Call) -> Step {
    match catch_unwind(AssertUnwindSafe(|| (operation.call)(call))) {
        Ok(Outcome::Ready(response)) => Step::Ready(Some(response)),
        Ok(Outcome::Waiting(waiting)) => Step::Waiting(waiting),
        Err(_) => Step::Ready(Some(panicked(Some(operation)))),
    }
}

/// What the panic said has gone to the panic hook; the client is not told.
fn panicked(operation: Option<&Operation>) -> Response {
    if let Some(operation) = operation {
        tracing::error!(operation = operation.name, place = %operation.place, "a handler panicked");
    }
    internal_error()
}

#[cold]
fn breach(operation: &Operation, on_breach: OnBreach, response: &mut Response) {
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
        OnBreach::Log => {}
        OnBreach::Refuse => *response = internal_error(),
        OnBreach::Panic => panic!("{text}"),
    }
}

/// Takes from a response what its status or HEAD forbids (RFC 9110, sections 6.4.1 and 8.6).
fn take_forbidden_body(response: &mut Response, head_only: bool) {
    let status = response.status().as_u16();
    if !may_have_body(status) {
        *response.body_mut() = Body::empty();
        let headers = response.headers_mut();
        if !headers.is_empty() {
            for name in [CONTENT_TYPE, CONTENT_LENGTH, TRANSFER_ENCODING] {
                headers.remove(name);
            }
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
