//! What a WebSocket handler may return: nothing, or a result whose error has a close code.

use std::convert::Infallible;

use super::close::CloseFrame;
use super::disconnect::{CloseError, WebSocketDisconnect};
use super::session::Ended;
use crate::error::InternalError;
use crate::route::{Closes, ResponseDoc, Statuses};

/// A type that a WebSocket handler can return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned from a WebSocket",
    label = "a WebSocket ends in a close code, and has no response",
    note = "return nothing, which closes with 1000, or `Result<(), fastr::WebSocketDisconnect>`, so that `?` can stand behind a receive; a code of your own is in a `Result<(), fastr::CloseError>`"
)]
pub trait EndsSocket: Sized {
    /// The close codes that it brings.
    const CLOSES: Closes;

    /// How the connection ends.
    ///
    /// # Errors
    ///
    /// What the handler returned.
    fn end(self) -> Ended;

    /// The return type as data.
    const ENDS: SocketEnds<Self> = SocketEnds {
        closes: Self::CLOSES,
        statuses: Statuses::OPEN,
        describe: Vec::new,
        end: Self::end,
    };
}

impl EndsSocket for () {
    const CLOSES: Closes = Closes::USUAL;

    fn end(self) -> Ended {
        Ok(())
    }
}

impl<E: ClosesWith> EndsSocket for Result<(), E> {
    const CLOSES: Closes = E::CLOSES;

    fn end(self) -> Ended {
        self.map_err(Into::into)
    }
}

/// An error that a WebSocket can end with.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot end a WebSocket",
    label = "this error has no close code",
    note = "return `Result<(), fastr::CloseError>`, and make one of an error with `close!(…)`, or of any with `.map_err(CloseError::internal)`",
    note = "a handshake that is not accepted has a status instead: take a `Handshake`, and give an `HttpException` to its `reject`"
)]
pub trait ClosesWith: Into<CloseError> {
    /// The close codes that it can have.
    const CLOSES: Closes;
}

/// Nothing tells which codes they hold.
#[diagnostic::do_not_recommend]
impl ClosesWith for CloseError {
    const CLOSES: Closes = Closes::OPEN;
}
#[diagnostic::do_not_recommend]
impl ClosesWith for CloseFrame {
    const CLOSES: Closes = Closes::OPEN;
}

/// The connection is over already.
#[diagnostic::do_not_recommend]
impl ClosesWith for WebSocketDisconnect {
    const CLOSES: Closes = Closes::USUAL;
}

/// 1011, as after a panic.
#[diagnostic::do_not_recommend]
impl ClosesWith for InternalError {
    const CLOSES: Closes = Closes::USUAL;
}

#[diagnostic::do_not_recommend]
impl ClosesWith for Infallible {
    const CLOSES: Closes = Closes::USUAL;
}

/// The return type `R` of a WebSocket handler.
pub struct SocketEnds<R> {
    /// The close codes that it brings.
    pub closes: Closes,
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
