//! What the user puts around the operations.

use std::fmt::Display;

use bytes::Bytes;
use http_body::Body;

use super::App;
#[cfg(feature = "metrics")]
use super::metrics::Metrics;
use crate::body::BodyError;
#[cfg(feature = "metrics")]
use crate::error::Place;
use crate::middleware::{IntoLayered, Layered, Next, assert_said};
use crate::request::Request;

impl App {
    /// Puts a middleware around the operations: FastAPI's `app.add_middleware(...)` and `@app.middleware("http")`.
    ///
    /// Each one that is added stands around those before it, so that the last is the first to see a request and the last to see
    /// the response. It also sees what no operation answers, such as an unknown path. A function with `#[middleware]` is found by
    /// itself, and stands inside of those that are added here.
    ///
    /// ```
    /// # use fastr_core::private::{App, Next, Request, Response};
    /// async fn add_process_time(request: Request, next: Next) -> Response {
    ///     let start = std::time::Instant::now();
    ///     let mut response = next.run(request).await;
    ///     response.headers_mut().insert("x-process-time", start.elapsed().subsec_micros().into());
    ///     response
    /// }
    ///
    /// let app = App::of(module_path!()).add_middleware(add_process_time);
    /// ```
    ///
    /// A function whose error can have any status has to say which, with [`Layered::raises`]. The compiler knows that as soon as it
    /// makes code of this call: `cargo build` and `cargo test` say it, and `cargo check` does not. Of a function with `#[middleware]`
    /// it is asked where the function stands, and so by `cargo check`, too.
    ///
    /// ```compile_fail
    /// # use fastr_core::private::{App, HttpException, Next, Request, Response};
    /// async fn guard(request: Request, next: Next) -> Result<Response, HttpException> {
    ///     Ok(next.run(request).await)
    /// }
    ///
    /// // error: this middleware can answer with any status; …
    /// let app = App::of(module_path!()).add_middleware(guard);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn add_middleware<M: IntoLayered>(mut self, middleware: M) -> Self {
        const { assert_said(M::UNSAID) };
        self.around.push(middleware.into_layered());
        self
    }

    /// Whether each request has a span and a line in the log, at INFO with the target `fastr::access`; it has when not said
    /// otherwise, and costs a look at one number where nobody reads such lines.
    ///
    /// They say method, path, route, status and duration, and the id of the request where something gives it one. The query is
    /// left out, since secrets stand in some. What is logged in between is inside of the span.
    #[must_use]
    pub fn access_log(mut self, log: bool) -> Self {
        self.access_log = log;
        self
    }

    /// Counts the requests by route, method and status, how long they take, the panics, the statuses that were not declared, the
    /// background tasks that are not done, and by reason the connections that were refused before an operation had a request of theirs,
    /// and gives it to Prometheus at this path. That is a page as those of the document are: middleware stands around it, and it is in the
    /// log and counts without a route. An operation with GET at its path keeps the program from starting.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// let client = TestClient::new(App::of(module_path!()).metrics("/metrics"));
    /// client.get("/nowhere").send();
    /// let text = client.get("/metrics").send().text().to_owned();
    /// assert!(text.contains("fastr_requests_total{method=\"GET\",route=\"\",status=\"404\"} 1"));
    /// ```
    ///
    /// # Panics
    ///
    /// When the path does not begin with a slash.
    #[cfg(feature = "metrics")]
    #[must_use]
    #[track_caller]
    pub fn metrics(mut self, path: &str) -> Self {
        assert!(
            path.starts_with('/'),
            "metrics: `{path}` is no path; write one such as `/metrics`"
        );
        self.metrics = Some(Box::leak(Box::new(Metrics::new(path.to_owned(), Place::here()))));
        self
    }

    /// Puts a layer of [tower](https://docs.rs/tower) around the operations, as [`add_middleware`](Self::add_middleware) does.
    ///
    /// What it answers itself has to be declared, with [`Layered::raises`]:
    /// `add_middleware(Layered::new(layer).raises([429]))`. A layer that fails is answered 500.
    #[must_use]
    #[track_caller]
    pub fn layer<L, B>(self, layer: L) -> Self
    where
        L: tower_layer::Layer<Next> + Send + Sync + 'static,
        L::Service: tower_service::Service<Request, Response = http::Response<B>, Error: Display, Future: Send>
            + Clone
            + Send
            + Sync
            + 'static,
        B: Body<Data = Bytes, Error: Into<BodyError>> + Send + 'static,
    {
        self.add_middleware(Layered::new(layer))
    }
}
