//! Errors that a function of the user answers: one for a type, or one of the application for many.

use std::panic::{AssertUnwindSafe, catch_unwind};

use http::HeaderMap;

use super::reply::status_code;
use super::{Reply, Respond, Returns};
use crate::error::{ErrorReport, Exceptions, Place};
use crate::request::{Common, ErrorHandler, ErrorStyle, RequestParts};
use crate::response::Response;
use crate::route::{BodyDoc, BodyPart, ResponseDoc, Statuses};

/// The exception handler of an application that is this function.
pub fn handler<R: Respond>(
    handles: Exceptions,
    handle: impl Fn(&ErrorReport) -> R + Send + Sync + 'static,
) -> ErrorHandler {
    let described = R::describe();
    let is_usual = described
        .iter()
        .any(|response| matches!(response.body, BodyDoc::Error { .. }));
    let body = described.into_iter().find_map(|response| match response.body {
        BodyDoc::Media(media_type, shape, BodyPart::Whole) => Some((media_type, shape)),
        BodyDoc::Media(media_type, ..) => Some((media_type, None)),
        _ => None,
    });
    let answer = move |report: &ErrorReport, headers: HeaderMap, common: &'static Common| {
        let reply = Reply::new(report.status(), headers, common);
        let mut response = handle(report).respond(reply);
        *response.status_mut() = status_code(report.status());
        response
    };
    ErrorHandler {
        handles,
        body,
        is_usual,
        answer: Box::new(answer),
    }
}

/// Why the function of an exception handler of the application cannot return this.
pub const fn handler_problem(returns: Statuses) -> Option<&'static str> {
    match returns.problem {
        Some(problem) if !problem.is_empty() => Some(problem),
        _ if !returns.brought().is_empty() => Some(
            "an exception handler of the application keeps the status of the error, and this return type has one of its own; return one without, such as a model or `PlainText`, and move 422 with `App::validation_status`",
        ),
        _ => None,
    }
}

/// The response that a handler makes, or the reply as it was when the handler panics: whoever answers a panic cannot do so by
/// another.
pub fn handle(handler: &ErrorHandler, report: &ErrorReport, reply: Reply) -> Result<Response, Reply> {
    let (headers, common) = reply.into_parts();
    let answer = AssertUnwindSafe(|| (handler.answer)(report, headers.clone(), common));
    catch_unwind(answer).map_err(|_| {
        tracing::error!(status = report.status(), "an exception handler panicked");
        Reply::new(report.status(), headers, common)
    })
}

/// What the document says of the answers, where the application's handlers have worded the errors.
pub fn handled(mut answers: Vec<ResponseDoc>, style: ErrorStyle) -> Vec<ResponseDoc> {
    for answer in &mut answers {
        let status = answer.status.unwrap_or_default();
        let handler = match answer.body {
            BodyDoc::NotValid => style.handlers.of_validation(status),
            BodyDoc::Error { .. } => style.handlers.of(status),
            BodyDoc::Nothing | BodyDoc::Media(..) => None,
        };
        if let Some(handler) = handler.filter(|handler| !handler.is_usual) {
            answer.assumed |= handler.body.is_none();
            answer.body = match handler.body {
                Some((media_type, shape)) => BodyDoc::Media(media_type, shape, BodyPart::Whole),
                None => BodyDoc::Nothing,
            };
        }
    }
    answers
}

/// What an `#[exception_handler]` returns, as data.
pub struct HandledReturns<R> {
    /// The status it is sent with, unless it has one of its own.
    pub status: u16,
    /// The return type.
    pub returns: Returns<R>,
    /// Whether the function asks for the head of the request.
    pub asks_head: bool,
    /// The function's name.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
}

impl<R> HandledReturns<R> {
    /// What the error can be answered with.
    pub const fn statuses(&self) -> Statuses {
        Statuses::handled(self.status, self.returns.statuses)
    }

    /// Whether the response depends on the head of the request.
    pub const fn asks_request(&self) -> bool {
        self.asks_head || self.returns.asks_request
    }

    /// Makes the response of what the function returns.
    pub fn send(&self, reply: Reply, handle: impl FnOnce(&RequestParts) -> R) -> Response {
        let mut reply = reply;
        let head = reply
            .take_request()
            .unwrap_or_else(|| http::Request::new(()).into_parts().0);
        let value = handle(&head);
        let mut reply = reply.without_headers().with_status(self.status);
        if self.returns.asks_request {
            reply = reply.with_request(head);
        }
        self.returns.answer(value, reply)
    }

    /// What the document says of the responses.
    pub fn describe(&self) -> Vec<ResponseDoc> {
        let mut answers = (self.returns.describe)();
        if answers.is_empty() {
            answers.push(ResponseDoc {
                assumed: true,
                ..ResponseDoc::EMPTY
            });
        }
        let said = answers.into_iter().map(|mut answer| {
            answer.status.get_or_insert(self.status);
            answer.by(self.name, self.place)
        });
        said.collect()
    }
}
