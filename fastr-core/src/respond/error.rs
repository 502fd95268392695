//! Errors as responses: one envelope for all of them, FastAPI's `{"detail": …}`.

use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, HTTP_500_INTERNAL_SERVER_ERROR};
use http::HeaderValue;
use serde::Serialize;

use super::Reply;
use super::json::MEDIA_TYPE;
use crate::error::{HttpException, ValidationError};
use crate::response::Response;

#[derive(Serialize)]
struct Envelope<T> {
    detail: T,
}

/// The response of a raised error.
pub fn exception(error: HttpException, reply: Reply) -> Response {
    let (status, detail, headers) = error.into_parts();
    let reply = reply.without_headers().with_status(status).with_headers(headers);
    if fastr_status::may_have_body(status) {
        reply.json(&Envelope { detail })
    } else {
        reply.empty()
    }
}

/// The response to arguments that are not valid: the mistakes by their source, and for each source in the order of
/// the parameters, as FastAPI has them.
pub fn not_valid(mut errors: Vec<ValidationError>, reply: Reply) -> Response {
    errors.sort_by_key(ValidationError::rank);
    reply
        .without_headers()
        .with_status(HTTP_422_UNPROCESSABLE_CONTENT)
        .bytes(HeaderValue::from_static(MEDIA_TYPE), envelope(&errors).into())
}

/// The same as [`Envelope`], from mistakes that write themselves.
fn envelope(errors: &[ValidationError]) -> String {
    const WORDS: usize = 16;
    let length: usize = errors.iter().map(ValidationError::json_length).sum();
    let mut json = String::with_capacity(length + WORDS);
    json.push_str("{\"detail\":[");
    for (index, error) in errors.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        error.write_json(&mut json);
    }
    json.push_str("]}");
    json
}

/// The response when a handler panicked. It says nothing of why.
pub fn internal_error() -> Response {
    let reply = Reply::new(HTTP_500_INTERNAL_SERVER_ERROR, http::HeaderMap::new());
    exception(HttpException::of(HTTP_500_INTERNAL_SERVER_ERROR), reply)
}
