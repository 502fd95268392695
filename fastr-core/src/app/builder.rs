//! What the user says of an application.

use std::any::Any;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::crew::Threading;
use super::lifespan::{Lifespan, Startup};
#[cfg(feature = "metrics")]
use super::metrics::Metrics;
use super::pages::Pages;
use super::run;
use crate::background::TaskOutcome;
use crate::body::BodyError;
#[cfg(feature = "multipart")]
use crate::decode::multipart::MultipartLimits;
use crate::error::{ErrorFormat, ErrorReport, Exceptions, StartupError};
use crate::extract::Limits;
use crate::middleware::Layered;
use crate::openapi;
use crate::request::{Check, ErrorStyle, TrustedProxies};
#[cfg(feature = "files")]
use crate::respond::StaticFiles;
use crate::respond::{Respond, handler, handler_problem};
use crate::route::{Operation, Scope, sockets};
use crate::server::ConnectionLimits;
#[cfg(feature = "tls")]
use crate::server::TlsCertificate;
#[cfg(feature = "websocket")]
use crate::sockets::WebSocketLimits;

/// An application: the operations of the program, and how they are served.
///
/// ```no_run
/// # use fastr_core::private::{App, StartupError};
/// fn main() -> Result<(), StartupError> {
///     App::new().title("Shop").version("1.0.0").run()
/// }
/// ```
#[derive(Clone)]
pub struct App {
    pub(super) scope: Scope,
    pub(super) document: openapi::Settings,
    pub(super) pages: Pages,
    pub(super) state: Vec<Arc<dyn Any + Send + Sync>>,
    pub(super) lifespans: Vec<Lifespan>,
    pub(super) around: Vec<Layered>,
    pub(super) access_log: bool,
    #[cfg(feature = "metrics")]
    pub(super) metrics: Option<&'static Metrics>,
    #[cfg(feature = "files")]
    pub(super) files: Vec<(String, StaticFiles)>,
    pub(super) limits: Limits,
    #[cfg(feature = "websocket")]
    pub(super) websockets: WebSocketLimits,
    pub(super) errors: ErrorStyle,
    pub(super) redirect_slashes: bool,
    pub(super) connections: ConnectionLimits,
    #[cfg(feature = "tls")]
    pub(super) tls: Option<TlsCertificate>,
    pub(super) threading: Threading,
    pub(super) grace: Duration,
    pub(super) proxies: TrustedProxies,
    pub(super) health: Option<[&'static Operation; 2]>,
    pub(super) checks: Vec<Check>,
    pub(super) shutdown_delay: Duration,
}

impl App {
    /// An application with every operation that is linked into the program.
    #[expect(
        clippy::new_without_default,
        reason = "an application is a deliberate thing, not a default one"
    )]
    pub fn new() -> Self {
        Self::with_scope(Scope::Program)
    }

    /// An application with the operations of one module and below it: `App::of(module_path!())`.
    pub fn of(module: &'static str) -> Self {
        Self::with_scope(Scope::Module(module))
    }

    fn with_scope(scope: Scope) -> Self {
        Self {
            scope,
            document: openapi::Settings::default(),
            pages: Pages::default(),
            state: Vec::new(),
            lifespans: Vec::new(),
            around: Vec::new(),
            access_log: true,
            #[cfg(feature = "metrics")]
            metrics: None,
            #[cfg(feature = "files")]
            files: Vec::new(),
            limits: Limits::DEFAULT,
            #[cfg(feature = "websocket")]
            websockets: WebSocketLimits::new(),
            errors: ErrorStyle::DEFAULT,
            redirect_slashes: true,
            connections: ConnectionLimits::new(),
            #[cfg(feature = "tls")]
            tls: None,
            threading: Threading::Apart,
            grace: Duration::from_secs(30),
            proxies: TrustedProxies::default(),
            health: None,
            checks: Vec::new(),
            shutdown_delay: Duration::ZERO,
        }
    }

    /// The greatest body that is read into memory, in bytes; 2 MiB when not given. A larger one is answered 413. An operation can
    /// have a limit of its own: `#[post("/pictures", body_limit = 8_388_608)]`.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.limits.body = bytes;
        self
    }

    /// The greatest `multipart/form-data` of an operation with files, in bytes; 32 MiB when not given. A larger one
    /// is answered 413. Without files it is the [`body_limit`](Self::body_limit) that counts.
    #[cfg(feature = "multipart")]
    #[must_use]
    pub fn upload_limit(mut self, bytes: usize) -> Self {
        self.limits.upload = bytes;
        self
    }

    /// What the parts of `multipart/form-data` may be.
    #[cfg(feature = "multipart")]
    #[must_use]
    pub fn multipart_limits(mut self, limits: MultipartLimits) -> Self {
        self.limits.parts = limits;
        self
    }

    /// What connections may cost.
    #[must_use]
    pub fn connections(mut self, limits: ConnectionLimits) -> Self {
        self.connections = limits;
        self
    }

    /// Serves over TLS alone, with this certificate. The command line can say the same: `--ssl-certfile` and `--ssl-keyfile`.
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn tls(mut self, certificate: TlsCertificate) -> Self {
        self.tls = Some(certificate);
        self
    }

    /// What WebSockets may cost, and which sites may open one.
    #[cfg(feature = "websocket")]
    #[must_use]
    pub fn websockets(mut self, limits: WebSocketLimits) -> Self {
        self.websockets = limits;
        self
    }

    /// The envelope of every error, on the wire and in the document: FastAPI's `{"detail": …}` when not given.
    #[must_use]
    pub fn error_format(mut self, format: ErrorFormat) -> Self {
        self.errors.format = format;
        self
    }

    /// The status of a request whose arguments are not valid; 422 when not given. It moves everywhere: on the wire, in the
    /// document, and in what the operations may send.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// let app = App::of(module_path!()).validation_status(400);
    /// ```
    ///
    /// # Panics
    ///
    /// When the status is not one of the client's errors, that is outside 400..=499.
    #[must_use]
    #[track_caller]
    pub fn validation_status(mut self, status: u16) -> Self {
        assert!(
            fastr_status::class(status) == Some(fastr_status::Class::ClientError),
            "validation_status: {status} does not say that the client is wrong; use one from 400 to 499"
        );
        self.errors.validation_status = status;
        self
    }

    /// Words errors otherwise: those with one status, arguments that are not valid, or all of them. FastAPI's page "Handling
    /// Errors" calls this overriding the default exception handlers.
    ///
    /// Every error passes here, also an unknown path, a method that is not allowed, a body that is too large, and what is sent
    /// after a panic. The function changes what is said and adds headers; the status stays, so the contracts do too, and the
    /// document has the new body. One for a status goes before one for every error, and a later one before an earlier one of
    /// the same kind. A type of your own is answered by a function with `#[exception_handler]`.
    ///
    /// FastAPI hands the request to such a function; here it is [`ErrorReport::request`], and the state is [`ErrorReport::state`].
    ///
    /// ```
    /// # use fastr_core::private::{App, ErrorReport, Exceptions, PlainText, TestClient};
    /// let app = App::of(module_path!())
    ///     .exception_handler(Exceptions::Every, |error: &ErrorReport| PlainText(error.detail().to_string()))
    ///     .exception_handler(404, |_: &ErrorReport| PlainText("There is nothing here"));
    /// assert_eq!(TestClient::new(app).get("/nowhere").send().text(), "There is nothing here");
    /// ```
    ///
    /// # Panics
    ///
    /// When the status is not one of an error, that is outside 400..=599.
    #[must_use]
    #[track_caller]
    pub fn exception_handler<R: Respond>(
        mut self,
        handles: impl Into<Exceptions>,
        handle: impl Fn(&ErrorReport) -> R + Send + Sync + 'static,
    ) -> Self {
        const {
            if let Some(problem) = handler_problem(R::STATUSES) {
                panic!("{}", problem)
            }
        };
        let handles = handles.into();
        if let Exceptions::Status(status) = handles {
            assert!(
                matches!(status, 400..=599),
                "exception_handler: {status} is no error; use a status from 400 to 599"
            );
        }
        self.errors.handlers = self.errors.handlers.with(handler(handles, handle));
        self
    }

    /// Whether a path that is known with the other slash at its end is answered with a redirect (307), as in
    /// FastAPI; it is when not said otherwise.
    #[must_use]
    pub fn redirect_slashes(mut self, redirect: bool) -> Self {
        self.redirect_slashes = redirect;
        self
    }

    /// How long open connections may go on once the program was asked to end; 30 seconds when not given.
    #[must_use]
    pub fn shutdown_grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// A value for the parameters with `#[state]`, found by its type. A second one of the same type replaces the first, so
    /// that a test can put its own in place of the program's.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// struct Greeting(String);
    ///
    /// let app = App::of(module_path!()).state(Greeting("Hello".to_owned()));
    /// # TestClient::new(app);
    /// ```
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        self.state.push(Arc::new(value));
        self
    }

    /// Serves the files of a directory below a path: FastAPI's `app.mount("/static", StaticFiles(directory="static"))`.
    ///
    /// GET and HEAD are answered as [`FileResponse`](crate::private::FileResponse) answers them, and any other method with 405. Nothing
    /// outside the directory is served, neither by `..` nor by a symbolic link. An operation goes before a file of its path. The
    /// directory is looked for at the start, from where the program is started.
    ///
    /// ```no_run
    /// # use fastr_core::private::{App, StaticFiles};
    /// App::new()
    ///     .static_files("/static", "static")
    ///     .static_files("/", StaticFiles::new("dist").html().fallback("index.html"));
    /// ```
    ///
    /// # Panics
    ///
    /// When the path does not begin with a slash, or has a brace.
    #[cfg(feature = "files")]
    #[track_caller]
    #[must_use]
    pub fn static_files(mut self, path: &str, files: impl Into<StaticFiles>) -> Self {
        assert!(
            path.starts_with('/') && !path.contains(['{', '}', '?', '#']),
            "static_files: `{path}` is no path without parameters; write one such as `/static`"
        );
        self.files.push((path.to_owned(), files.into()));
        self
    }

    /// Something that is done before the first request, and something that is done for it after the last: what stands
    /// before and behind the `yield` on FastAPI's page "Lifespan Events". What the start gives becomes part of the
    /// [`state`](Self::state).
    ///
    /// A start may take a value of the state, as `Arc<T>`: one that was given, or that an earlier start made. Several are started in their
    /// order, and ended in the other. When a start fails, the program does not begin to
    /// serve, and its error is that of [`run`](Self::run). A failure at the end is logged, keeps nothing else from ending,
    /// and is the error of `run` too.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// # use std::{io, sync::Arc};
    /// struct Model;
    ///
    /// async fn load() -> io::Result<Model> {
    ///     Ok(Model)
    /// }
    ///
    /// async fn unload(_: Arc<Model>) {}
    ///
    /// let app = App::of(module_path!()).lifespan(load, unload);
    /// # TestClient::new(app);
    /// ```
    #[must_use]
    pub fn lifespan<S, Takes, E, G>(mut self, start: S, end: E) -> Self
    where
        S: Startup<Takes>,
        E: Fn(Arc<S::Made>) -> G + Clone + Send + Sync + 'static,
        G: Future<Output: TaskOutcome> + Send + 'static,
    {
        self.lifespans.push(Lifespan::new(start, end));
        self
    }

    /// Something that is done before the first request. What it gives becomes part of the [`state`](Self::state).
    ///
    /// It is a [`lifespan`](Self::lifespan) that needs no end.
    #[must_use]
    pub fn on_startup<Takes>(mut self, start: impl Startup<Takes>) -> Self {
        self.lifespans.push(Lifespan::start(start));
        self
    }

    /// Something that is done after the last request, and after the background tasks.
    ///
    /// It is a [`lifespan`](Self::lifespan) that needs no start.
    #[must_use]
    pub fn on_shutdown<E, G>(self, end: E) -> Self
    where
        E: Fn() -> G + Clone + Send + Sync + 'static,
        G: Future<Output: TaskOutcome> + Send + 'static,
    {
        self.lifespan(async || Ok::<_, BodyError>(()), move |_| end())
    }

    /// The OpenAPI 3.1 document.
    ///
    /// # Errors
    ///
    /// When two operations have one id or stand in each other's way, or an `openapi_extra` is no object.
    pub fn openapi(&self) -> Result<Value, StartupError> {
        self.check_paths()?;
        self.document_of(&self.operations(), self.style())
    }

    /// The AsyncAPI 3.0 document of the WebSockets. In the OpenAPI document they stand under `x-websockets`.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn asyncapi(&self) -> Result<Value, StartupError> {
        self.check_paths()?;
        openapi::asyncapi(&self.document, &sockets(self.scope), self.style())
    }

    /// Serves the application: on its own threads, one a core, until ctrl-c or SIGTERM.
    ///
    /// The address is `127.0.0.1:8000`, unless the command line (`--host`, `--port`) or else the environment
    /// (`FASTR_HOST`, `FASTR_PORT`) says otherwise. `program openapi` writes the document and ends; `program --help`
    /// lists what else can be said.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way, the command line cannot be understood, or the address cannot be
    /// listened on. And inside a runtime of tokio's, as below `#[tokio::main]`: the application brings its own. Leave the attribute and
    /// the `async` of `main` out, or await [`serve`](Self::serve).
    pub fn run(self) -> Result<(), StartupError> {
        run::run(self)
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("scope", &self.scope)
            .field("document", &self.document)
            .field("lifespans", &self.lifespans)
            .finish_non_exhaustive()
    }
}
