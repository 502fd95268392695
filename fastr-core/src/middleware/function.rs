//! A middleware as a function, or as a value of one's own.

use fastr_status::StatusSet;

use super::Next;
use crate::request::Request;
use crate::respond::RaisedError;
use crate::response::Response;

/// What can stand around the operations: every `async fn(Request, Next) -> Response`, and what has settings of its own.
///
/// ```
/// # use fastr_core::private::{App, HttpException, Middleware, Next, Request, Response, StatusSet};
/// /// Lets nobody in without this key.
/// struct KeyMiddleware(&'static str);
///
/// impl Middleware for KeyMiddleware {
///     fn statuses(&self) -> StatusSet {
///         StatusSet::one(401)
///     }
///
///     async fn answer(&'static self, request: Request, next: Next) -> Response {
///         match request.headers().get("x-key") {
///             Some(key) if key == self.0 => next.run(request).await,
///             _ => next.refuse(HttpException::unauthorized("Key", "Bring the key")),
///         }
///     }
/// }
///
/// let app = App::of(module_path!()).add_middleware(KeyMiddleware("open sesame"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand around operations",
    label = "no middleware",
    note = "a middleware is an `async fn(request: Request, next: Next) -> Response`, or a type that implements `fastr::Middleware`",
    note = "a layer of tower is given to `App::layer`"
)]
pub trait Middleware: Send + Sync + 'static {
    /// Whether it can answer with a status that [`statuses`](Self::statuses) does not tell, so that it has to be said where it is added.
    const OPEN: bool = false;

    /// The statuses that it answers with itself, in the place of an operation. They are in the document of each.
    fn statuses(&self) -> StatusSet {
        StatusSet::EMPTY
    }

    /// The statuses of requests that are for no operation, such as those of CORS.
    fn besides(&self) -> StatusSet {
        StatusSet::EMPTY
    }

    /// What it is called where its statuses are explained.
    fn name(&self) -> &'static str {
        std::any::type_name::<Self>()
    }

    /// Answers a request, mostly by what comes next.
    fn answer(&'static self, request: Request, next: Next) -> impl Future<Output = Response> + Send;
}

impl<F, Fut> Middleware for F
where
    F: Fn(Request, Next) -> Fut + Send + Sync + 'static,
    Fut: Future<Output: MiddlewareOutput> + Send,
{
    const OPEN: bool = <Fut::Output as MiddlewareOutput>::OPEN;

    fn statuses(&self) -> StatusSet {
        <Fut::Output as MiddlewareOutput>::STATUSES
    }

    async fn answer(&'static self, request: Request, next: Next) -> Response {
        self(request, next).await.into_response(next)
    }
}

/// What the function of a middleware can return.
#[diagnostic::on_unimplemented(
    message = "a middleware cannot return `{Self}`",
    label = "neither a `Response` nor a `Result` of one",
    note = "return what `next.run(request).await` gave, or a `Result<Response, E>` with an error that operations can raise"
)]
pub trait MiddlewareOutput {
    /// The statuses of its error.
    const STATUSES: StatusSet;
    /// Whether its error can have any status.
    const OPEN: bool;

    /// Makes the response.
    fn into_response(self, next: Next) -> Response;
}

impl MiddlewareOutput for Response {
    const STATUSES: StatusSet = StatusSet::EMPTY;
    const OPEN: bool = false;

    fn into_response(self, _: Next) -> Response {
        self
    }
}

impl<E: RaisedError> MiddlewareOutput for Result<Response, E> {
    const STATUSES: StatusSet = E::STATUSES.brought();
    const OPEN: bool = E::STATUSES.open;

    fn into_response(self, next: Next) -> Response {
        self.unwrap_or_else(|error| next.raise(error))
    }
}

/// Asks what a function returns whether it is open. A type that no middleware can return is told elsewhere, once: the compiler
/// prefers what stands on the type itself over what a trait has.
pub struct OutputProbe<R>(R);

impl<R: MiddlewareOutput> OutputProbe<R> {
    /// Whether it can have any status.
    pub const OPEN: bool = R::OPEN;
}

/// What [`OutputProbe`] has for any other type.
pub trait NoOutput {
    /// See [`OutputProbe`].
    const OPEN: bool = false;
}

impl<R> NoOutput for OutputProbe<R> {}
