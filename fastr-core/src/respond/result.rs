//! A result: the value, or the error that was raised.

use std::error::Error;

use super::{Reply, Respond, exception};
use crate::error::HttpException;
use crate::response::Response;
use crate::route::{ErrorVariant, ResponseDoc, Statuses};

/// An error that a handler can raise with `?`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be raised by an operation",
    label = "fastr does not know which status this error has",
    note = "if `{Self}` is your own, write `#[derive(Debug, fastr::ApiError)]` above its definition, with a `#[status(...)]` for each variant; or a function that takes it, with `#[fastr::exception_handler]`",
    note = "if it is not, return `Result<_, fastr::HttpException>` and turn the error into one with `.map_err(...)`; or `Result<_, fastr::InternalError>`, which `?` makes of any error, for 500"
)]
pub trait RaisedError: Sized {
    /// The statuses that the error can have.
    const STATUSES: Statuses;
    /// Whether the response depends on the head of the request.
    const ASKS_REQUEST: bool = false;
    /// Its variants, so that `raises(...)` can name them.
    const VARIANTS: &'static [ErrorVariant] = &[];

    /// Makes the response.
    fn respond(self, reply: Reply) -> Response;

    /// What the document says of it.
    fn describe() -> Vec<ResponseDoc> {
        let variants = Self::VARIANTS.iter();
        variants.flat_map(|variant| (variant.describe)()).collect()
    }

    /// The error as data.
    const RAISED: Raised<Self> = Raised {
        statuses: Self::STATUSES,
        asks_request: Self::ASKS_REQUEST,
        describe: Self::describe,
        respond: Self::respond,
    };
}

/// The error `E` as data: what it can be answered with, and how.
pub struct Raised<E> {
    /// The statuses that it can have.
    pub statuses: Statuses,
    /// Whether the response depends on the head of the request.
    pub asks_request: bool,
    /// What the document says of it.
    pub describe: fn() -> Vec<ResponseDoc>,
    /// Makes the response.
    pub respond: fn(E, Reply) -> Response,
}

/// What can lead to an error: another error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no error, so it cannot have led to one",
    label = "this does not implement `std::error::Error`",
    note = "leave out `#[source]` or `#[from]`, and name the field in the message if it should be told"
)]
pub trait Cause {
    /// The error itself.
    fn __fastr_cause(&self) -> &(dyn Error + 'static);
}

impl<E: Error + 'static> Cause for E {
    fn __fastr_cause(&self) -> &(dyn Error + 'static) {
        self
    }
}

/// A box of an error is none itself, but a call finds what is in it.
macro_rules! causes {
    ($($error:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Cause for $error {
            fn __fastr_cause(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

causes!(dyn Error, dyn Error + Send, dyn Error + Send + Sync);

impl RaisedError for HttpException {
    const STATUSES: Statuses = Statuses::OPEN;

    fn respond(self, reply: Reply) -> Response {
        exception(self, reply)
    }
}

impl<T: Respond, E: RaisedError> Respond for Result<T, E> {
    const STATUSES: Statuses = T::STATUSES.or(E::STATUSES);
    const ASKS_REQUEST: bool = T::ASKS_REQUEST || E::ASKS_REQUEST;

    fn respond(self, reply: Reply) -> Response {
        match self {
            Ok(value) => value.respond(reply),
            Err(error) => error.respond(reply),
        }
    }

    fn is_error(&self) -> bool {
        self.as_ref().map_or(true, T::is_error)
    }

    fn describe() -> Vec<ResponseDoc> {
        with_raised::<E>(T::describe())
    }
}

/// These responses, and those of the error that may come instead.
pub(super) fn with_raised<E: RaisedError>(mut responses: Vec<ResponseDoc>) -> Vec<ResponseDoc> {
    responses.extend(E::describe().into_iter().map(|response| ResponseDoc {
        raised: true,
        ..response
    }));
    responses
}
