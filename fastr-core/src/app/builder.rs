//! What the user says of an application.

use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;

use super::pages::Pages;
use super::{Service, run};
#[cfg(feature = "multipart")]
use crate::decode::multipart::MultipartLimits;
use crate::error::StartupError;
use crate::extract::Limits;
use crate::handler::{Manner, OnBreach};
use crate::openapi;
use crate::request::State;
use crate::route::{Operation, Scope, operations, webhooks};
use crate::{router, server};

/// An application: the operations of the program, and how they are served.
///
/// ```no_run
/// # use fastr_core::private::{App, StartupError};
/// fn main() -> Result<(), StartupError> {
///     App::new().title("Shop").version("1.0.0").run()
/// }
/// ```
#[derive(Clone, Debug)]
pub struct App {
    scope: Scope,
    pub(super) document: openapi::Settings,
    pub(super) pages: Pages,
    limits: Limits,
    redirect_slashes: bool,
    grace: Duration,
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
            limits: Limits::DEFAULT,
            redirect_slashes: true,
            grace: Duration::from_secs(30),
        }
    }

    /// The greatest body that is read into memory, in bytes; 2 MiB when not given. A larger one is answered 413.
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

    /// The OpenAPI 3.1 document.
    ///
    /// # Errors
    ///
    /// When two operations have one id, or an `openapi_extra` is no object.
    pub fn openapi(&self) -> Result<Value, StartupError> {
        self.document_of(&self.operations())
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
    /// listened on.
    pub fn run(self) -> Result<(), StartupError> {
        run::run(self)
    }

    /// Serves the application on a socket, inside the tokio runtime that is there, for as long as it is polled.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way.
    pub async fn serve(self, listener: TcpListener) -> Result<(), StartupError> {
        self.serve_until(listener, std::future::pending()).await
    }

    /// Serves the application on a socket until `stop` is done; then it accepts no more and finishes what is open.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way.
    pub async fn serve_until(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()>,
    ) -> Result<(), StartupError> {
        let grace = self.grace;
        let service = self.service()?;
        server::serve(listener, service, stop, grace).await;
        Ok(())
    }

    /// The frozen application, which answers a request with a response.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way.
    pub fn service(self) -> Result<Service, StartupError> {
        let on_breach = if cfg!(debug_assertions) {
            OnBreach::Refuse
        } else {
            OnBreach::Log
        };
        self.freeze(on_breach)
    }

    pub(crate) fn freeze(self, on_breach: OnBreach) -> Result<Service, StartupError> {
        let operations = self.operations();
        // Two operations of one path and name have one id too, but the path is what is wrong.
        let router = router::build(&operations, self.redirect_slashes)?;
        let pages = if self.pages.are_served() {
            let document = self.document_of(&operations)?;
            self.pages.made(&self.document, &document)?
        } else {
            Vec::new()
        };
        let manner = Manner {
            limits: self.limits,
            on_breach,
        };
        Ok(Service::new(router.with_pages(pages), State::default(), manner))
    }

    pub(super) fn operations(&self) -> Vec<&'static Operation> {
        operations(self.scope)
    }

    fn document_of(&self, operations: &[&'static Operation]) -> Result<Value, StartupError> {
        openapi::document(&self.document, operations, &webhooks(self.scope))
    }

    pub(super) fn grace(&self) -> Duration {
        self.grace
    }
}
