//! A name for every request.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use http::{HeaderName, HeaderValue};

use crate::middleware::{Middleware, Next};
use crate::request::Request;
use crate::response::Response;

/// The header in which it goes.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A longer one is not taken over from a client.
const LONGEST: usize = 128;

/// Gives each request an id, in the header `x-request-id` of the request and of its response; one that the client sent, of at most 128 letters,
/// digits and `-_.:`, is kept. It is told apart from others, and is no secret.
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestIdMiddleware;

/// The id of a request, in its extensions.
#[derive(Clone, Debug)]
pub struct RequestId(HeaderValue);

impl RequestId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    fn new() -> Self {
        static KEYS: OnceLock<[RandomState; 2]> = OnceLock::new();
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let [first, second] = KEYS.get_or_init(Default::default).each_ref().map(|key| {
            let mut hasher = key.build_hasher();
            hasher.write_u64(count);
            hasher.finish()
        });
        let text = format!("{first:016x}{second:016x}");
        Self(HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("0")))
    }

    fn of(request: &Request) -> Option<Self> {
        let given = request.headers().get(X_REQUEST_ID)?;
        let is_fine = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte);
        let bytes = given.as_bytes();
        let is_kept = !bytes.is_empty() && bytes.len() <= LONGEST && bytes.iter().all(is_fine);
        is_kept.then(|| Self(given.clone()))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Middleware for RequestIdMiddleware {
    fn name(&self) -> &'static str {
        "RequestIdMiddleware"
    }

    async fn answer(&'static self, mut request: Request, next: Next) -> Response {
        let id = RequestId::of(&request).unwrap_or_else(RequestId::new);
        request.headers_mut().insert(X_REQUEST_ID, id.0.clone());
        request.extensions_mut().insert(id.clone());
        let mut response = next.run(request).await;
        response.headers_mut().insert(X_REQUEST_ID, id.0);
        response
    }
}
