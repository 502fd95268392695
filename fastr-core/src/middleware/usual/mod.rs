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
    bare(named.or_else(of_header)?)
}

/// The host without its port.
fn bare(named: &str) -> Option<&str> {
    // An IPv6 address has colons of its own, in brackets.
    let end = match named.rfind(']') {
        Some(bracket) => bracket + 1,
        None => named.find(':').unwrap_or(named.len()),
    };
    let (host, port) = named.split_at_checked(end)?;
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    (port.is_empty() || port.strip_prefix(':').is_some_and(is_port)).then_some(host)
}

/// Path and query as the client wrote them.
fn target(request: &Request) -> &str {
    request
        .uri()
        .path_and_query()
        .map_or("/", http::uri::PathAndQuery::as_str)
}

/// Names, and the header that lists them.
#[derive(Clone, Debug)]
struct Names {
    all: Vec<String>,
    header: HeaderValue,
}

impl Names {
    /// # Panics
    ///
    /// When one of them cannot stand in a header.
    #[track_caller]
    fn new(all: Vec<String>) -> Self {
        let joined = all.join(", ");
        let Ok(header) = HeaderValue::try_from(&joined) else {
            panic!("`{joined}` cannot stand in a header; give names without control characters");
        };
        Self { all, header }
    }

    fn has(&self, name: &[u8]) -> bool {
        self.all.iter().any(|known| known.as_bytes() == name)
    }
}
