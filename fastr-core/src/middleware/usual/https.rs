//! Everything over TLS.

use fastr_status::{HTTP_307_TEMPORARY_REDIRECT, HTTP_400_BAD_REQUEST, StatusSet};
use http::header::LOCATION;
use http::{HeaderValue, StatusCode};

use super::{bare, target};
use crate::error::HttpException;
use crate::middleware::{Middleware, Next};
use crate::request::{Client, Request, host};
use crate::response::Response;

/// Redirects every request that did not come over TLS: FastAPI's `HTTPSRedirectMiddleware`.
///
/// Where TLS ends at a proxy in front of the program, [`App::trusted_proxies`](crate::private::App::trusted_proxies) has to name it: then
/// it is believed how it was asked, and by which name. A request that names no host is answered 400. Put
/// [`TrustedHostMiddleware`](super::TrustedHostMiddleware) around it, or a client can choose where it is sent.
#[derive(Clone, Copy, Debug, Default)]
pub struct HttpsRedirectMiddleware;

impl Middleware for HttpsRedirectMiddleware {
    fn statuses(&self) -> StatusSet {
        StatusSet::of(&[HTTP_307_TEMPORARY_REDIRECT, HTTP_400_BAD_REQUEST])
    }

    fn name(&self) -> &'static str {
        "HttpsRedirectMiddleware"
    }

    async fn answer(&'static self, request: Request, next: Next) -> Response {
        if Client::of(&request).is_secure() {
            return next.run(request).await;
        }
        let host = host(&request);
        let host = host.as_deref().and_then(bare);
        let location = host.map(|host| format!("https://{host}{}", target(&request)));
        match location.map(HeaderValue::try_from) {
            Some(Ok(location)) => {
                let mut response = Response::default();
                *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
                response.headers_mut().insert(LOCATION, location);
                response
            }
            _ => next.refuse(HttpException::new(HTTP_400_BAD_REQUEST, "Invalid host header")),
        }
    }
}
