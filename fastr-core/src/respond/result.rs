//! A result: the value, or the error that was raised.

use super::{Reply, Respond, exception};
use crate::error::HttpException;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// An error that a handler can raise with `?`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be raised by an operation",
    label = "fastr does not know which status this error has",
    note = "return `Result<_, fastr::HttpException>` and turn the error into one with `.map_err(...)`"
)]
pub trait RaisedError: Sized {
    /// The statuses that the error can have.
    const STATUSES: Statuses;

    /// Makes the response.
    fn respond(self, reply: Reply) -> Response;

    /// What the document says of it.
    fn describe() -> Vec<ResponseDoc>;
}

impl RaisedError for HttpException {
    const STATUSES: Statuses = Statuses::OPEN;

    fn respond(self, reply: Reply) -> Response {
        exception(self, reply)
    }

    fn describe() -> Vec<ResponseDoc> {
        Vec::new()
    }
}

impl<T: Respond, E: RaisedError> Respond for Result<T, E> {
    const STATUSES: Statuses = T::STATUSES.or(E::STATUSES);
    const ASKS_REQUEST: bool = T::ASKS_REQUEST;

    fn respond(self, reply: Reply) -> Response {
        match self {
            Ok(value) => value.respond(reply),
            Err(error) => error.respond(reply),
        }
    }

    fn describe() -> Vec<ResponseDoc> {
        let mut responses = T::describe();
        responses.extend(E::describe());
        responses
    }
}
