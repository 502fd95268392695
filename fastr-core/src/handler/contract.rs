//! What every response keeps: the contract of its operation, and what HTTP says of its status.

use std::sync::atomic::Ordering;

use fastr_status::{HTTP_205_RESET_CONTENT, may_have_body};
use http::HeaderValue;
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http_body::Body as _;

use super::{Asked, Manner, Terms};
use crate::body::Body;
use crate::request::Surroundings;
use crate::respond::internal_error;
use crate::response::Response;
use crate::route::Operation;

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

impl Terms {
    /// Compares the status of a response with what the operation declares that gave it, and finishes it.
    #[expect(clippy::inline_always, reason = "it is little, and each answer needs it")]
    #[inline(always)]
    pub fn keep(&self, response: &mut Response) {
        let status = response.status().as_u16();
        if let Some(operation) = self.operation
            && !operation
                .contract
                .allows(status, self.manner.common.errors.validation_status)
        {
            breach(operation, self.manner, response);
        }
        finish(response, self.asked);
    }
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
#[expect(clippy::inline_always, reason = "it is little, and each answer needs it")]
#[inline(always)]
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
    let status = response.status().as_u16();
    if head_only || !(may_have_body(status) || (is_bare(response) && status != HTTP_205_RESET_CONTENT)) {
        take_body(response, head_only);
    }
}

/// Whether there is nothing that could be taken from it.
#[inline]
fn is_bare(response: &Response) -> bool {
    response.headers().is_empty() && response.body().is_end_stream()
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
