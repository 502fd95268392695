//! Cross-origin resource sharing, as FastAPI answers it.

use fastr_status::{HTTP_200_OK, HTTP_400_BAD_REQUEST, StatusSet};
use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, CONTENT_TYPE, COOKIE, ORIGIN, VARY,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use super::Names;
use crate::body::Body;
use crate::middleware::{Middleware, Next};
use crate::request::Request;
use crate::response::Response;

/// Headers that every page may send (<https://fetch.spec.whatwg.org/#cors-safelisted-request-header>).
const SAFE: [&str; 4] = ["accept", "accept-language", "content-language", "content-type"];

/// What `*` stands for among the methods.
const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/// Lets pages of other origins call the operations: FastAPI's `CORSMiddleware`
/// ([the Fetch standard](https://fetch.spec.whatwg.org/#http-cors-protocol)).
///
/// Without a word no origin may. A preflight is answered here, 200 or 400, for whatever path; an OPTIONS that is none goes on to
/// the operations.
///
/// ```
/// # use fastr_core::private::{App, CorsMiddleware, TestClient};
/// let app = App::of(module_path!()).add_middleware(
///     CorsMiddleware::new().allow_origins(["http://localhost:8080"]).allow_methods(["*"]).allow_credentials(true),
/// );
/// let client = TestClient::new(app);
/// let preflight = client
///     .request("OPTIONS", "/items")
///     .header("origin", "http://localhost:8080")
///     .header("access-control-request-method", "PUT")
///     .send();
/// assert_eq!(preflight.header("access-control-allow-origin"), Some("http://localhost:8080"));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct CorsMiddleware {
    origins: Vec<String>,
    methods: Names,
    headers: Names,
    any_header: bool,
    expose: Names,
    credentials: bool,
    max_age: u32,
}

impl CorsMiddleware {
    /// One that allows nothing but GET from nowhere.
    #[expect(
        clippy::new_without_default,
        reason = "what is allowed is said, and not a default"
    )]
    pub fn new() -> Self {
        Self {
            origins: Vec::new(),
            methods: Names::new(vec!["GET".to_owned()]),
            headers: Names::new(SAFE.map(str::to_owned).to_vec()),
            any_header: false,
            expose: Names::new(Vec::new()),
            credentials: false,
            max_age: 600,
        }
    }

    /// The origins whose pages may call, such as `https://example.org`; `*` is every one.
    pub fn allow_origins<T: Into<String>>(mut self, origins: impl IntoIterator<Item = T>) -> Self {
        self.origins = origins.into_iter().map(Into::into).collect();
        self
    }

    /// The methods that they may use; `*` is every one, and GET when not given.
    ///
    /// # Panics
    ///
    /// When one cannot stand in a header.
    #[track_caller]
    pub fn allow_methods<T: Into<String>>(mut self, methods: impl IntoIterator<Item = T>) -> Self {
        let mut methods: Vec<String> = methods.into_iter().map(Into::into).collect();
        if methods.iter().any(|method| method == "*") {
            methods = METHODS.map(str::to_owned).to_vec();
        }
        self.methods = Names::new(methods);
        self
    }

    /// The headers that they may send besides those that every page may; `*` is every one.
    ///
    /// # Panics
    ///
    /// When one cannot stand in a header.
    #[track_caller]
    pub fn allow_headers<T: Into<String>>(mut self, headers: impl IntoIterator<Item = T>) -> Self {
        let mut all = SAFE.map(str::to_owned).to_vec();
        all.extend(headers.into_iter().map(|name| name.into().to_lowercase()));
        self.any_header = all.iter().any(|name| name == "*");
        self.headers = Names::new(all);
        self
    }

    /// The headers of a response that their scripts may read.
    ///
    /// # Panics
    ///
    /// When one cannot stand in a header.
    #[track_caller]
    pub fn expose_headers<T: Into<String>>(mut self, headers: impl IntoIterator<Item = T>) -> Self {
        self.expose = Names::new(headers.into_iter().map(Into::into).collect());
        self
    }

    /// Whether cookies may come along. `*` then stands for the origin that asks.
    pub fn allow_credentials(mut self, allow: bool) -> Self {
        self.credentials = allow;
        self
    }

    /// For how many seconds a browser may remember the answer to a preflight; 600 when not given.
    pub fn max_age(mut self, seconds: u32) -> Self {
        self.max_age = seconds;
        self
    }

    fn allows_every_origin(&self) -> bool {
        self.origins.iter().any(|origin| origin == "*")
    }

    fn allows_origin(&self, origin: &HeaderValue) -> bool {
        self.allows_every_origin()
            || self
                .origins
                .iter()
                .any(|known| known.as_bytes() == origin.as_bytes())
    }

    /// Whether all headers in this list may be sent.
    fn allows_headers(&self, list: Option<&HeaderValue>) -> bool {
        let list = list
            .map(HeaderValue::as_bytes)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let mut names = list.split(|&byte| byte == b',').map(<[u8]>::trim_ascii);
        names.all(|name| name.is_empty() || self.headers.has(name))
    }

    /// The answer to a preflight, with what is wrong with it if anything is.
    fn preflight(&self, origin: &HeaderValue, asked: &HeaderMap) -> Response {
        let mut response = Response::default();
        let mut wrong = Vec::new();
        let headers = response.headers_mut();
        if self.allows_origin(origin) {
            self.name_origin(origin, self.credentials, headers);
        } else {
            headers.append(VARY, HeaderValue::from_static("Origin"));
            wrong.push("origin");
        }
        let method = asked.get(ACCESS_CONTROL_REQUEST_METHOD);
        if !method.is_some_and(|method| self.methods.has(method.as_bytes())) {
            wrong.push("method");
        }
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, self.methods.header.clone());
        headers.insert(ACCESS_CONTROL_MAX_AGE, self.max_age.into());
        let named = asked.get(ACCESS_CONTROL_REQUEST_HEADERS);
        if self.any_header {
            headers.extend(named.map(|named| (ACCESS_CONTROL_ALLOW_HEADERS, named.clone())));
        } else {
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, self.headers.header.clone());
            if !self.allows_headers(named) {
                wrong.push("headers");
            }
        }
        if self.credentials {
            headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
        }
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        );
        if wrong.is_empty() {
            *response.body_mut() = Body::from("OK");
        } else {
            *response.status_mut() = StatusCode::BAD_REQUEST;
            *response.body_mut() = Body::from(format!("Disallowed CORS {}", wrong.join(", ")));
        }
        response
    }

    /// Names the origin, or says that all are allowed.
    fn name_origin(&self, origin: &HeaderValue, by_name: bool, headers: &mut HeaderMap) {
        if self.allows_every_origin() && !by_name {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        } else {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            headers.append(VARY, HeaderValue::from_static("Origin"));
        }
    }
}

impl Middleware for CorsMiddleware {
    fn besides(&self) -> StatusSet {
        StatusSet::of(&[HTTP_200_OK, HTTP_400_BAD_REQUEST])
    }

    fn name(&self) -> &'static str {
        "CorsMiddleware"
    }

    async fn answer(&'static self, request: Request, next: Next) -> Response {
        let Some(origin) = request.headers().get(ORIGIN).cloned() else {
            return next.run(request).await;
        };
        if request.method() == Method::OPTIONS
            && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD)
        {
            return self.preflight(&origin, request.headers());
        }
        let by_name = self.credentials || request.headers().contains_key(COOKIE);
        let mut response = next.run(request).await;
        let headers = response.headers_mut();
        if self.allows_origin(&origin) {
            self.name_origin(&origin, by_name, headers);
            if self.credentials {
                headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
            }
            if !self.expose.all.is_empty() {
                headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, self.expose.header.clone());
            }
        } else {
            // A cache must not give this answer to a page that may have another.
            headers.append(VARY, HeaderValue::from_static("Origin"));
        }
        response
    }
}
