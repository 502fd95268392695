//! The client.

use http::Method;
use tokio::runtime::Runtime;

use super::TestRequest;
use crate::app::{App, Running, Service, is_inside_a_runtime};
use crate::handler::OnBreach;
use crate::route::{TypedOperation, template};

/// A client for tests, as FastAPI's `TestClient`: it calls the application in the same process.
///
/// Every answer of an operation is compared with its document: a status that it does not declare, another media type, and
/// a body of another shape panic here, and so fail the test. Redirects are not followed.
///
/// ```
/// # use fastr_core::private::{App, TestClient};
/// let client = TestClient::new(App::of(module_path!()));
/// let response = client.get("/nowhere").send();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.text(), r#"{"detail":"Not Found"}"#);
/// ```
///
/// Where the variable `FASTR_SEEN` names a file, each status that an operation answered with is noted there; `program
/// routes --unseen FILE` tells which ones no test has seen.
pub struct TestClient {
    pub(super) service: Service,
    /// None once it has ended.
    running: Option<Running>,
    pub(super) runtime: Runtime,
    /// Whether answers are compared with the document.
    pub(super) compares: bool,
}

impl TestClient {
    /// A client of this application.
    ///
    /// # Panics
    ///
    /// When the application cannot start; the message says why. And inside a runtime of tokio's: a test is `#[test]` and a plain `fn`,
    /// also where its operations wait.
    #[track_caller]
    pub fn new(app: App) -> Self {
        assert!(
            !is_inside_a_runtime(),
            "the test client starts a runtime of its own, and was made inside one of tokio's; write a plain `fn` with `#[test]` instead of an `async fn` with `#[tokio::test]`: operations that wait are waited for"
        );
        let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => panic!("the test client has no runtime: {error}"),
        };
        match runtime.block_on(app.start_with(OnBreach::Panic)) {
            Ok(running) => Self {
                service: running.service(),
                running: Some(running),
                runtime,
                compares: true,
            },
            Err(error) => panic!("the application does not start: {error}"),
        }
    }

    /// The same without a look at media types and bodies; statuses are compared all the same.
    #[must_use]
    pub fn without_comparison(mut self) -> Self {
        self.compares = false;
        self
    }

    /// A request to an operation, by the name of its function: `client.call::<create_item>()`.
    ///
    /// [`path`](TestRequest::path) and [`query`](TestRequest::query) give it its parameters, and behind
    /// [`send`](TestRequest::send) an [`expect`](super::TestResponse::expect) of a status that the operation can never have
    /// does not compile.
    pub fn call<O: TypedOperation>(&self) -> TestRequest<'_, O> {
        let (method, path) = O::OPERATION.map_or((Method::GET, String::new()), |operation| {
            let method = operation.methods.first().map(|method| method.name().parse());
            (
                method.and_then(Result::ok).unwrap_or_default(),
                template(operation.path),
            )
        });
        TestRequest::new(self, method, path)
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
    /// When the method is no token.
    #[track_caller]
    pub fn request(&self, method: &str, path: &str) -> TestRequest<'_> {
        let Ok(method) = Method::from_bytes(method.as_bytes()) else {
            panic!("`{method}` is no method")
        };
        TestRequest::new(self, method, path.to_owned())
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
