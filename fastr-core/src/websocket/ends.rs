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

impl<E: Into<CloseError>> EndsSocket for Result<(), E> {
    fn end(self) -> Ended {
        self.map_err(Into::into)
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
