//! Step 8: a client in the same process: what a socket would deliver, without the socket.

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::Runtime;

use crate::app::{App, Running, Service};
use crate::body::Body;
use crate::handler::OnBreach;
use crate::header::header;
use crate::request::Request;

/// A client for tests, as FastAPI's `TestClient`: it calls the application in the same process.
///
/// A status that an operation sends and does not declare panics here, and so fails the test. Redirects are not
/// followed.
///
/// ```
/// # use fastr_core::private::{App, TestClient};
/// let client = TestClient::new(App::of(module_path!()));
/// let response = client.get("/nowhere").send();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.text(), r#"{"detail":"Not Found"}"#);
/// ```
pub struct TestClient {
    service: Service,
    /// None once it has ended.
    running: Option<Running>,
    runtime: Runtime,
}

impl TestClient {
    /// A client of this application.
    ///
    /// # Panics
    ///
    /// When the application cannot start; the message says why.
    #[track_caller]
    pub fn new(app: App) -> Self {
        let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => panic!("the test client has no runtime: {error}"),
        };
        match runtime.block_on(app.start_with(OnBreach::Panic)) {
            Ok(running) => Self {
                service: running.service(),
                running: Some(running),
                runtime,
            },
            Err(error) => panic!("the application does not start: {error}"),
        }
    }

    /// A GET request.
    pub fn get(&self, path: &str) -> TestRequest<'_> {
        self.request("GET", path)
    }

    /// A POST request.
    pub fn post(&self, path: &str) -> TestRequest<'_> {
        self.request("POST", path)
    }

    /// A PUT request.
    pub fn put(&self, path: &str) -> TestRequest<'_> {
        self.request("PUT", path)
    }

    /// A PATCH request.
    pub fn patch(&self, path: &str) -> TestRequest<'_> {
        self.request("PATCH", path)
    }

    /// A DELETE request.
    pub fn delete(&self, path: &str) -> TestRequest<'_> {
        self.request("DELETE", path)
    }

    /// A request with any method.
    ///
    /// # Panics
    ///
    /// When the method is no token, or the path is no URI reference.
    #[track_caller]
    pub fn request(&self, method: &str, path: &str) -> TestRequest<'_> {
        let Ok(method) = Method::from_bytes(method.as_bytes()) else {
            panic!("`{method}` is no method")
        };
        match http::Request::builder()
            .method(method)
            .uri(path)
            .body(Body::empty())
        {
            Ok(request) => TestRequest {
                client: self,
                request,
            },
            Err(error) => panic!("`{path}` cannot be requested: {error}"),
        }
    }
}

/// What an application does at its end is done when its client goes; a failure of it fails the test.
impl Drop for TestClient {
    fn drop(&mut self) {
        let Some(running) = self.running.take().filter(|running| !running.ends_by_itself()) else {
            return;
        };
        let ended = self.runtime.block_on(running.end());
        if let Err(error) = ended
            && !std::thread::panicking()
        {
            panic!("the application does not end well: {error}");
        }
    }
}

/// A request that is being put together.
pub struct TestRequest<'client> {
    client: &'client TestClient,
    request: Request,
}

impl TestRequest<'_> {
    /// The request with one more header.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header.
    #[track_caller]
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = header(name, value);
        self.request.headers_mut().append(name, value);
        self
    }

    /// The request with a JSON body.
    ///
    /// # Panics
    ///
    /// When the value cannot be JSON.
    #[track_caller]
    #[must_use]
    pub fn json<T: Serialize + ?Sized>(self, value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(text) => self.header("content-type", "application/json").body(text),
            Err(error) => panic!("the body cannot be JSON: {error}"),
        }
    }

    /// The request with a body, and no content type.
    #[must_use]
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        *self.request.body_mut() = body.into();
        self
    }

    /// Sends the request, reads the whole response, and waits until the background tasks are done.
    ///
    /// # Panics
    ///
    /// When an operation answers with a status that it does not declare, when the body of the response breaks off, or
    /// inside an async runtime: the client has its own.
    #[track_caller]
    pub fn send(self) -> TestResponse {
        let Self { client, request } = self;
        let answered = client.runtime.block_on(async {
            let (head, body) = client.service.answer(request).await.into_parts();
            let collected = (head, body.collect(usize::MAX).await);
            client.service.unfinished().none().await;
            collected
        });
        match answered {
            (head, Ok(body)) => TestResponse {
                status: head.status.as_u16(),
                headers: head.headers,
                body,
            },
            (_, Err(error)) => panic!("the body of the response broke off: {error:?}"),
        }
    }
}

/// A response that has wholly arrived.
#[derive(Clone, Debug)]
pub struct TestResponse {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

impl TestResponse {
    /// The status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value of a header, when it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body.
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The body as text.
    ///
    /// # Panics
    ///
    /// When it is not UTF-8.
    #[track_caller]
    pub fn text(&self) -> &str {
        match str::from_utf8(&self.body) {
            Ok(text) => text,
            Err(error) => panic!("the body is no text: {error}"),
        }
    }

    /// The body, read as JSON.
    ///
    /// # Panics
    ///
    /// When it is not what `T` wants; the message shows it.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(error) => panic!(
                "the body cannot be read: {error}; it is {}",
                String::from_utf8_lossy(&self.body)
            ),
        }
    }
}
