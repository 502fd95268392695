//! What a WebSocket handler may return: nothing, or a result whose error has a close code.

use super::disconnect::CloseError;
use super::session::Ended;
use crate::route::{ResponseDoc, Statuses};

/// A type that a WebSocket handler can return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned from a WebSocket",
    label = "a WebSocket ends in a close code, and has no response",
    note = "return nothing, which closes with 1000, or `Result<(), fastr::CloseError>`, whose error has its own code"
)]
pub trait EndsSocket: Sized {
    /// How the connection ends.
    ///
    /// # Errors
    ///
    /// What the handler returned.
    fn end(self) -> Ended;

    /// The return type as data.
    const ENDS: SocketEnds<Self> = SocketEnds {
        statuses: Statuses::OPEN,
        describe: Vec::new,
        end: Self::end,
    };
}

impl EndsSocket for () {
    fn end(self) -> Ended {
        Ok(())
    }
}

impl<E: ClosesWith> EndsSocket for Result<(), E> {
    fn end(self) -> Ended {
        self.map_err(ClosesWith::close_error)
    }
}

/// An error that a WebSocket can end with.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot end a WebSocket",
    label = "this error has no close code",
    note = "return `Result<(), fastr::CloseError>`, and make one of an error with `close!(…)`, or of any with `.map_err(CloseError::internal)`",
    note = "a handshake that is not accepted has a status instead: take a `Handshake`, and give an `HttpException` to its `reject`"
)]
pub trait ClosesWith {
    /// The error with its code.
    fn close_error(self) -> CloseError;
}

#[diagnostic::do_not_recommend]
impl<E: Into<CloseError>> ClosesWith for E {
    fn close_error(self) -> CloseError {
        self.into()
    }
}

/// The return type `R` of a WebSocket handler.
pub struct SocketEnds<R> {
    /// A handshake can be rejected with any status.
    pub statuses: Statuses,
    /// What the document says of it: nothing.
    pub describe: fn() -> Vec<ResponseDoc>,
    end: fn(R) -> Ended,
}

impl<R> SocketEnds<R> {
    /// How the connection ends.
    ///
    /// # Errors
    ///
    /// What the handler returned.
    pub fn end(&self, value: R) -> Ended {
        (self.end)(value)
    }
}
