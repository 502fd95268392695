//! Errors as responses: one envelope for all of them, FastAPI's `{"detail": …}` unless the application has another.

use std::error::Error;
use std::fmt::Write as _;

use bytes::Bytes;
use fastr_status::{HTTP_500_INTERNAL_SERVER_ERROR, may_have_body, reason_phrase};
use http::{HeaderMap, HeaderValue};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::handled::handle;
use super::json::MEDIA_TYPE;
use super::{Reply, Respond};
use crate::error::{ErrorFormat, ErrorReport, HttpException, UsualError, ValidationError};
use crate::request::{Common, Payload, RequestParts};
use crate::response::Response;
use crate::route::{BodyDoc, ResponseDoc, Statuses};
use crate::validate;

#[derive(Serialize)]
struct Envelope<T> {
    detail: T,
}

/// Problem details (RFC 9457, section 3.1).
#[derive(Serialize)]
struct Problem<'a> {
    title: &'a str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    info: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Box<RawValue>>,
}

impl<'a> Problem<'a> {
    fn new(status: u16, detail: &'a Value) -> Self {
        let title = title(status);
        Self {
            title,
            status,
            // The title says that much.
            detail: detail.as_str().filter(|&text| text != title),
            info: Some(detail).filter(|detail| !detail.is_string()),
            errors: None,
        }
    }
}

/// The reason phrase, for every status.
pub fn title(status: u16) -> &'static str {
    reason_phrase(status).unwrap_or("Unknown Status")
}

/// An error with this detail as it is written.
pub fn envelope(status: u16, detail: &Value, format: ErrorFormat) -> Value {
    match format {
        ErrorFormat::Detail => serde_json::json!({ "detail": detail }),
        ErrorFormat::ProblemDetails => serde_json::json!(Problem::new(status, detail)),
    }
}

/// The response to an error with this detail. The headers of the reply stay.
///
/// Every error comes here, but for arguments that are not valid, which have a list in the place of a detail.
pub fn error<T: Serialize + ?Sized>(status: u16, detail: &T, reply: Reply) -> Response {
    let mut reply = reply.with_status(status);
    if !may_have_body(status) {
        return reply.empty();
    }
    let Some(handler) = reply.errors().handlers.of(status) else {
        return enveloped(status, detail, reply);
    };
    match serde_json::to_value(detail) {
        Ok(detail) => {
            let report = ErrorReport::new(status, detail.clone()).about(reply.take_request(), reply.state());
            match handle(handler, &report, reply) {
                Ok(response) => response,
                Err(reply) => enveloped(status, &detail, reply),
            }
        }
        Err(_) => enveloped(status, detail, reply),
    }
}

/// The error in the envelope of the application.
fn enveloped<T: Serialize + ?Sized>(status: u16, detail: &T, reply: Reply) -> Response {
    match reply.errors().format {
        ErrorFormat::Detail => reply.json(&Envelope { detail }),
        ErrorFormat::ProblemDetails => match serde_json::to_value(detail) {
            Ok(detail) => problem(&Problem::new(status, &detail), reply),
            // Written as it is, it fails as well, and is told there.
            Err(_) => reply.json(&Envelope { detail }),
        },
    }
}

fn problem(problem: &Problem<'_>, reply: Reply) -> Response {
    reply.json_as(
        HeaderValue::from_static(ErrorFormat::ProblemDetails.media_type()),
        problem,
    )
}

/// The response of a raised error.
pub fn exception(exception: HttpException, reply: Reply) -> Response {
    let (status, detail, headers) = exception.into_parts();
    error(status, &detail, reply.without_headers().with_headers(headers))
}

/// The response of an error of the user's own: its detail, or else what it says. What is the server's fault is logged,
/// with all that led to it.
pub fn raised(
    cause: &(dyn Error + 'static),
    status: u16,
    detail: Option<&Value>,
    headers: &[(&'static str, String)],
    reply: Reply,
) -> Response {
    if status >= HTTP_500_INTERNAL_SERVER_ERROR {
        tracing::error!(status, "{}", with_sources(cause));
    }
    let reply = reply.without_headers().with_text_headers(headers);
    match detail {
        Some(detail) => error(status, detail, reply),
        None => error(status, &cause.to_string(), reply),
    }
}

fn with_sources(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        // Writing to a text does not fail.
        let _ = write!(text, ": {source}");
        cause = source.source();
    }
    text
}

/// The response to arguments that are not valid: the mistakes by their source, and for each source in the order of
/// the parameters, as FastAPI has them.
pub fn not_valid(mut errors: Vec<ValidationError>, body: &Payload, reply: Reply) -> Response {
    errors.sort_by_key(ValidationError::rank);
    validate::end(&mut errors);
    let style = reply.errors();
    let status = style.validation_status;
    let mut reply = reply.without_headers().with_status(status);
    let Some(handler) = style.handlers.of_validation(status) else {
        return listed_in_envelope(&errors, reply);
    };
    let body = match body {
        Payload::Bytes(bytes) => bytes.clone(),
        Payload::Form(_) | Payload::Stream(_) => Bytes::new(),
    };
    let detail = serde_json::from_str(&listed("", &errors, "")).unwrap_or_default();
    let report = ErrorReport::not_valid(status, detail, errors, body);
    let report = report.about(reply.take_request(), reply.state());
    match handle(handler, &report, reply) {
        Ok(response) => response,
        Err(reply) => listed_in_envelope(report.errors(), reply),
    }
}

/// The answer that a handler leaves as it would have been.
impl Respond for UsualError {
    const STATUSES: Statuses = Statuses::BODY;

    fn respond(self, reply: Reply) -> Response {
        if self.errors.is_empty() {
            enveloped(self.status, &self.detail, reply)
        } else {
            listed_in_envelope(&self.errors, reply)
        }
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc {
            body: BodyDoc::Error {
                detail: None,
                example: None,
            },
            ..ResponseDoc::EMPTY
        }]
    }
}

fn listed_in_envelope(errors: &[ValidationError], reply: Reply) -> Response {
    let style = reply.errors();
    match style.format {
        ErrorFormat::Detail => {
            let json = listed("{\"detail\":", errors, "}");
            reply.bytes(HeaderValue::from_static(MEDIA_TYPE), json.into())
        }
        ErrorFormat::ProblemDetails => {
            let about = Problem {
                title: title(style.validation_status),
                status: style.validation_status,
                detail: Some("The request is not valid; `errors` lists every mistake"),
                info: None,
                errors: RawValue::from_string(listed("", errors, "")).ok(),
            };
            problem(&about, reply)
        }
    }
}

/// The mistakes as a list in JSON, with a text around it: they write themselves, in one piece.
fn listed(before: &str, errors: &[ValidationError], behind: &str) -> String {
    let length: usize = errors.iter().map(ValidationError::json_length).sum();
    let mut json = String::with_capacity(length + before.len() + behind.len() + 2);
    json.push_str(before);
    json.push('[');
    for (index, error) in errors.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        error.write_json(&mut json);
    }
    json.push(']');
    json.push_str(behind);
    json
}

/// The response when a handler panicked. It says nothing of why.
pub fn internal_error(common: &'static Common) -> Response {
    panicked(None, common)
}

/// The same with the head of the request, where it is known.
pub fn panicked(head: Option<RequestParts>, common: &'static Common) -> Response {
    let reply = Reply::new(HTTP_500_INTERNAL_SERVER_ERROR, HeaderMap::new(), common);
    exception(
        HttpException::of(HTTP_500_INTERNAL_SERVER_ERROR),
        reply.about(head),
    )
}
