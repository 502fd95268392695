//! What a WebSocket handler may return: nothing, or a result whose error has a close code.

use std::convert::Infallible;
use std::error::Error;
use std::fmt::Display;

use fastr_status::close_reason;

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
        self.map_err(ClosesWith::close_error)
    }
}

/// An error that a WebSocket can end with.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot end a WebSocket",
    label = "this error has no close code",
    note = "return `Result<(), fastr::CloseError>` and make one with `close!(…)`, write `#[derive(fastr::CloseError)]` above an error of your own, or return `Result<(), fastr::InternalError>`, which any error becomes, and which closes with 1011",
    note = "a handshake that is not accepted has a status instead: take a `Handshake`, and give an `HttpException` to its `reject`"
)]
pub trait ClosesWith: Sized {
    /// The close codes that it can have.
    const CLOSES: Closes;

    /// The error with its code.
    fn close_error(self) -> CloseError;

    /// Both as data, for code that names the type once.
    const ENDS: Ends<Self> = Ends {
        closes: Self::CLOSES,
        close_error: Self::close_error,
    };
}

/// How the error `E` ends a WebSocket.
pub struct Ends<E> {
    /// The close codes that it can have.
    pub closes: Closes,
    /// The error with its code.
    pub close_error: fn(E) -> CloseError,
}

/// The end with a code that is known to be one, and what an error says as the reason, as far as there is room for it.
pub fn closed_with(code: u16, reason: Option<&dyn Display>) -> CloseError {
    let reason = reason.map(ToString::to_string).unwrap_or_default();
    CloseFrame::cut(code, &reason).into()
}

/// What a code says of itself.
pub fn close_title(code: u16) -> &'static str {
    close_reason(code).unwrap_or("the WebSocket is closed")
}

/// The types whose codes are known here, each with them.
macro_rules! closes_with {
    ($($error:ty: $closes:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl ClosesWith for $error {
            const CLOSES: Closes = Closes::$closes;

            fn close_error(self) -> CloseError {
                self.into()
            }
        }
    )*};
}

closes_with! {
    // Nothing tells which codes they hold.
    CloseError: OPEN;
    CloseFrame: OPEN;
    // The connection is over already.
    WebSocketDisconnect: USUAL;
    // 1011, as after a panic.
    InternalError: USUAL;
    Box<dyn Error + Send + Sync>: USUAL;
    Infallible: USUAL;
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
