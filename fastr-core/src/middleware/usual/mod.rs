//! The middleware that most programs want, by FastAPI's names.

mod cors;
mod gzip;
mod hosts;
mod https;
mod rate_limit;
mod request_id;
mod timeout;

pub use cors::CorsMiddleware;
pub use gzip::GZipMiddleware;
pub use hosts::TrustedHostMiddleware;
pub use https::HttpsRedirectMiddleware;
pub use rate_limit::RateLimitMiddleware;
pub use request_id::{RequestId, RequestIdMiddleware};
pub use timeout::TimeoutMiddleware;

use http::HeaderValue;
use http::header::HOST;

use crate::request::Request;

/// The host that was asked, without a port: of the target, or else of the header (RFC 9112, section 3.2).
fn host(request: &Request) -> Option<&str> {
    let of_header = || request.headers().get(HOST)?.to_str().ok();
    let named = request.uri().authority().map(http::uri::Authority::as_str);
    let named = named.or_else(of_header)?;
    // An IPv6 address has colons of its own, in brackets.
    let end = match named.rfind(']') {
        Some(bracket) => bracket + 1,
        None => named.find(':').unwrap_or(named.len()),
    };
    named.get(..end)
}

/// Path and query as the client wrote them.
fn target(request: &Request) -> &str {
    request
        .uri()
        .path_and_query()
        .map_or("/", http::uri::PathAndQuery::as_str)
}

/// The names with commas between them.
#[track_caller]
fn joined(names: &[String]) -> HeaderValue {
    let joined = names.join(", ");
    match HeaderValue::try_from(&joined) {
        Ok(value) => value,
        Err(_) => panic!("`{joined}` cannot stand in a header"),
    }
}
