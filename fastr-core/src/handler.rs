//! Step 5: one call of one operation, from the arguments to a response that keeps its contract.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

use fastr_status::{HTTP_205_RESET_CONTENT, HTTP_400_BAD_REQUEST, HTTP_408_REQUEST_TIMEOUT, may_have_body};
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue};
use http_body::Body as _;

use crate::body::Body;
use crate::error::HttpException;
use crate::extract::{Limits, NotReceived, Receive, decode_form};
use crate::request::{Call, Common, Payload, Peer, RequestParts, Surroundings, lost_head};
use crate::respond::{self, Reply, exception, internal_error};
#[cfg(feature = "files")]
use crate::response::Waiting;
use crate::response::{Outcome, Response};
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
}

impl Asked {
    /// What a request with this method says, that came from there.
    pub fn by(method: &http::Method, peer: &Peer) -> Self {
        Self {
            head_only: method == http::Method::HEAD,
            is_last: peer.is_last,
        }
    }
}

/// The response to a request, at once where that is possible.
pub struct Answer {
    step: Step,
    asked: Asked,
    /// The operation whose contract the answer keeps; none when none gave it.
    operation: Option<&'static Operation>,
    manner: &'static Manner,
}

enum Step {
    /// The operation, or whoever answers in its place, has said how it answers.
    Answering(Outcome),
    Receiving(Box<(Receive, Call)>),
    /// The response has been handed over, or nothing has begun.
    Nothing,
}

impl Answer {
    /// An answer that no operation gave.
    pub fn ready(response: Response, asked: Asked, manner: &'static Manner) -> Self {
        Self {
            step: Step::Answering(Outcome::Ready(response)),
            asked,
            operation: None,
            manner,
        }
    }

    /// The same for an answer that has to be waited for.
    #[cfg(feature = "files")]
    pub fn waiting(waiting: Waiting, asked: Asked, manner: &'static Manner) -> Self {
        Self {
            step: Step::Answering(Outcome::Waiting(waiting)),
            asked,
            operation: None,
            manner,
        }
    }

    /// The answer of an operation that decodes no body.
    #[inline]
    pub fn at_once(
        operation: &'static Operation,
        call: &mut Call,
        asked: Asked,
        manner: &'static Manner,
    ) -> Self {
        let mut answer = Self::nothing_yet(operation, asked, manner);
        begin(operation, call, &mut answer.step, manner);
        answer
    }

    /// The answer of an operation that decodes the body, which is waited for.
    pub fn receiving(
        operation: &'static Operation,
        mut call: Call,
        asked: Asked,
        manner: &'static Manner,
    ) -> Self {
        call.embedded = matches!(operation.body, BodyPlan::Json { embedded: true, .. });
        let mut answer = Self::nothing_yet(operation, asked, manner);
        match std::mem::take(&mut call.payload) {
            Payload::Stream(body) => {
                let limits = manner.limits.within(operation.body.limit());
                let receive = Receive::new(body, &call.head, operation.parameters, limits);
                answer.step = Step::Receiving(Box::new((receive, call)));
            }
            payload => {
                call.payload = payload;
                begin(operation, &mut call, &mut answer.step, manner);
            }
        }
        answer
    }

    #[inline]
    fn nothing_yet(operation: &'static Operation, asked: Asked, manner: &'static Manner) -> Self {
        Self {
            step: Step::Nothing,
            asked,
            operation: Some(operation),
            manner,
        }
    }

    /// The operation that answers, if one does.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }

    /// The body has arrived, or will not.
    fn received(&mut self, received: Result<Payload, NotReceived>) {
        let Some(operation) = self.operation else {
            return;
        };
        let Step::Receiving(mut receiving) = std::mem::replace(&mut self.step, Step::Nothing) else {
            return;
        };
        let call = &mut receiving.1;
        match received {
            Ok(payload) => {
                call.payload = payload;
                if matches!(operation.body, BodyPlan::Form { .. }) {
                    decode_form(call);
                }
                begin(operation, call, &mut self.step, self.manner);
            }
            // The request never arrived whole, so the contract of the operation has not begun.
            Err(NotReceived::Broken(error)) => {
                tracing::debug!(%error, "a body broke off");
                self.operation = None;
                let refusal = HttpException::new(HTTP_400_BAD_REQUEST, "There was an error reading the body");
                self.step = refuse(refusal, call, self.manner);
            }
            Err(NotReceived::Slow) => {
                self.operation = None;
                let refusal = HttpException::new(HTTP_408_REQUEST_TIMEOUT, "The body came too slowly");
                self.step = refuse(refusal.header(CONNECTION.as_str(), "close"), call, self.manner);
            }
            Err(NotReceived::Refused(refusal)) => self.step = refuse(refusal, call, self.manner),
        }
    }
}

impl Future for Answer {
    type Output = Response;

    #[expect(clippy::inline_always, reason = "the response would be copied once more")]
    #[inline(always)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let this = self.get_mut();
        // Most answers are there from the first.
        if !matches!(this.step, Step::Answering(Outcome::Ready(_))) {
            ready!(this.wait(cx));
        }
        // It is finished where it is, so that it is moved once.
        if let Step::Answering(Outcome::Ready(response)) = &mut this.step {
            keep_contract(response, this.operation, this.manner);
            finish(response, this.asked);
        }
        Poll::Ready(match std::mem::replace(&mut this.step, Step::Nothing) {
            Step::Answering(Outcome::Ready(response)) => response,
            _ => internal_error(&this.manner.common),
        })
    }
}

impl Answer {
    /// Ready when the response is there, or none will come. Apart, so that what does not wait is short.
    #[inline(never)]
    fn wait(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            match &mut self.step {
                Step::Answering(Outcome::Waiting(waiting)) => {
                    let polled = catch_unwind(AssertUnwindSafe(|| waiting.as_mut().poll(cx)));
                    let response = match polled {
                        Ok(polled) => ready!(polled),
                        Err(_) => panicked(self.operation, lost_head(), self.manner),
                    };
                    self.step = Step::Answering(Outcome::Ready(response));
                }
                Step::Receiving(receiving) => {
                    let received = ready!(Pin::new(&mut receiving.0).poll(cx));
                    self.received(received);
                }
                Step::Answering(Outcome::Ready(_)) | Step::Nothing => return Poll::Ready(()),
            }
        }
    }
}

#[inline]
fn keep_contract(response: &mut Response, operation: Option<&'static Operation>, manner: &'static Manner) {
    if let Some(operation) = operation
        && !operation
            .contract
            .allows(response.status().as_u16(), manner.common.errors.validation_status)
    {
        breach(operation, manner, response);
    }
}

fn refuse(refusal: HttpException, call: &mut Call, manner: &'static Manner) -> Step {
    let reply = Reply::new(refusal.status(), HeaderMap::new(), &manner.common);
    let reply = reply.about(call.head_of_an_error());
    Step::Answering(Outcome::Ready(exception(refusal, reply)))
}

/// Calls the operation. The step is written in its place, and not moved there.
#[inline]
fn begin(operation: &'static Operation, call: &mut Call, step: &mut Step, manner: &'static Manner) {
    let called = AssertUnwindSafe(|| *step = Step::Answering((operation.call)(call)));
    if catch_unwind(called).is_err() {
        let response = panicked(Some(operation), call.head_of_an_error(), manner);
        *step = Step::Answering(Outcome::Ready(response));
    }
}

/// What the panic said has gone to the panic hook; the client is not told.
#[cold]
fn panicked(operation: Option<&Operation>, head: Option<RequestParts>, manner: &'static Manner) -> Response {
    manner.panics.fetch_add(1, Ordering::Relaxed);
    if let Some(operation) = operation {
        tracing::error!(operation = operation.name, place = %operation.place, "a handler panicked");
    }
    respond::panicked(head, &manner.common)
}

#[cold]
fn breach(operation: &Operation, manner: &'static Manner, response: &mut Response) {
    let status = response.status();
    let text = format!(
        "`{}` ({}) answered {status}, which it does not declare; add `raises({})` to its attribute, or answer with one of {}",
        operation.name,
        operation.place,
        status.as_u16(),
        operation
            .contract
            .statuses(manner.common.errors.validation_status),
    );
    tell(&text, manner, response);
}

/// A middleware has answered with a status that none of them declares.
#[cold]
pub fn middleware_breach(manner: &'static Manner, around: Surroundings, response: &mut Response) {
    let status = response.status();
    let text = format!(
        "a middleware answered {status}, which none of them declares: {}; add `raises({})` to it, or hand on what the operation answers",
        around.names().join(", "),
        status.as_u16(),
    );
    tell(&text, manner, response);
}

/// Counts a breach, and does about it what is to be done.
fn tell(text: &str, manner: &'static Manner, response: &mut Response) {
    manner.breaches.fetch_add(1, Ordering::Relaxed);
    tracing::error!("{text}");
    match manner.on_breach {
        OnBreach::Log => {}
        OnBreach::Refuse => *response = internal_error(&manner.common),
        OnBreach::Panic => panic!("{text}"),
    }
}

/// Takes from a response what its status or HEAD forbids (RFC 9110, sections 6.4.1 and 8.6), and says when it is the last.
#[inline]
pub fn finish(response: &mut Response, asked: Asked) {
    if asked.is_last {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
    take_forbidden_body(response, asked.head_only);
}

/// In a response to HEAD whose body had no length: a middleware hands it on, and it still has none.
#[derive(Clone, Copy)]
struct StreamTaken;

#[inline]
fn take_forbidden_body(response: &mut Response, head_only: bool) {
    if head_only || !may_have_body(response.status().as_u16()) {
        take_body(response, head_only);
    }
}

fn take_body(response: &mut Response, head_only: bool) {
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
        match body.size_hint().exact() {
            Some(0) if response.extensions().get::<StreamTaken>().is_some() => {}
            Some(length) => {
                let headers = response.headers_mut();
                headers.entry(CONTENT_LENGTH).or_insert(length.into());
            }
            None => {
                response.extensions_mut().insert(StreamTaken);
            }
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
