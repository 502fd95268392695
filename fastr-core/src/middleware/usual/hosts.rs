//! Only the hosts that are one's own.

use fastr_status::{HTTP_307_TEMPORARY_REDIRECT, HTTP_400_BAD_REQUEST, StatusSet};
use http::header::LOCATION;
use http::{HeaderValue, StatusCode};

use super::{host, target};
use crate::error::HttpException;
use crate::middleware::{Middleware, Next};
use crate::request::Request;
use crate::response::Response;

/// Answers only requests to hosts that are known: FastAPI's `TrustedHostMiddleware`. Any other is answered 400.
///
/// `*.example.com` is every host below `example.com`, and `*` any host at all. A request to `example.com` is redirected to
/// `www.example.com` where only that is known.
///
/// ```
/// # use fastr_core::private::{App, TestClient, TrustedHostMiddleware};
/// let app = App::of(module_path!()).add_middleware(TrustedHostMiddleware::new(["example.com", "*.example.com"]));
/// let client = TestClient::new(app);
/// assert_eq!(client.get("/").header("host", "evil.com").send().status(), 400);
/// assert_eq!(client.get("/").header("host", "shop.example.com:8000").send().status(), 404);
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct TrustedHostMiddleware {
    hosts: Vec<String>,
    www_redirect: bool,
}

impl TrustedHostMiddleware {
    /// One that knows these hosts.
    ///
    /// # Panics
    ///
    /// When a `*` stands anywhere but before the first dot.
    #[track_caller]
    pub fn new<T: Into<String>>(hosts: impl IntoIterator<Item = T>) -> Self {
        let hosts: Vec<String> = hosts.into_iter().map(|host| host.into().to_lowercase()).collect();
        for host in &hosts {
            let rest = host.strip_prefix("*.").unwrap_or(host);
            assert!(
                host == "*" || !rest.contains('*'),
                "`{host}` is no host; a `*` stands first, as in `*.example.com`, or alone"
            );
        }
        Self {
            hosts,
            www_redirect: true,
        }
    }

    /// Whether a host that is only known with `www.` is redirected to that; it is when not said otherwise.
    pub fn www_redirect(mut self, redirect: bool) -> Self {
        self.www_redirect = redirect;
        self
    }

    fn knows(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| match known.strip_prefix('*') {
            Some(end) => host.ends_with(end),
            None => host == known,
        })
    }

    fn redirects(&self) -> bool {
        self.www_redirect && self.hosts.iter().any(|host| host.starts_with("www."))
    }
}

impl Middleware for TrustedHostMiddleware {
    fn statuses(&self) -> StatusSet {
        let refused = StatusSet::one(HTTP_400_BAD_REQUEST);
        if self.redirects() {
            refused.with(HTTP_307_TEMPORARY_REDIRECT)
        } else {
            refused
        }
    }

    fn name(&self) -> &'static str {
        "TrustedHostMiddleware"
    }

    async fn answer(&'static self, request: Request, next: Next) -> Response {
        let host = host(&request).unwrap_or_default().to_lowercase();
        if self.knows(&host) {
            return next.run(request).await;
        }
        let full = format!("www.{host}");
        if self.www_redirect && self.hosts.contains(&full) {
            let location = format!("//{full}{}", target(&request));
            if let Ok(location) = HeaderValue::try_from(location) {
                let mut response = Response::default();
                *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
                response.headers_mut().insert(LOCATION, location);
                return response;
            }
        }
        next.refuse(HttpException::new(HTTP_400_BAD_REQUEST, "Invalid host header"))
    }
}
