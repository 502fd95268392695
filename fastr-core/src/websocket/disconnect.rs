//! How a connection ended, and the error that ends one.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;

use fastr_status::{WS_1006_ABNORMAL_CLOSURE, close_reason};

use super::close::{CloseFrame, CloseFrameError};
use crate::error::InternalError;

/// The connection is over: FastAPI's `WebSocketDisconnect`.
///
/// Every receive and every send ends in it from then on. The code is that of the close frame that began the end, whoever sent
/// it; 1005 when it had none, and 1006 when the connection broke without one
/// ([RFC 6455, section 7.1.5](https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5)).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WebSocketDisconnect {
    /// The close code.
    pub code: u16,
    /// What was said with it.
    pub reason: Cow<'static, str>,
}

impl WebSocketDisconnect {
    pub(crate) const fn new(code: u16, reason: Cow<'static, str>) -> Self {
        Self { code, reason }
    }

    /// The connection broke, and nobody said why.
    pub(super) const BROKEN: Self = Self::new(WS_1006_ABNORMAL_CLOSURE, Cow::Borrowed(""));

    /// This side closed it. No `From`: a handler that returned it would close nothing, and lose the code.
    pub(super) fn by(frame: CloseFrame) -> Self {
        Self::new(frame.code(), frame.into_reason())
    }
}

/// Nothing: it is there to say what to return where something else is meant than the end of a connection. Of all this, the
/// compiler shows the label alone at a `?`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the end of a connection, which is all that a `WebSocketDisconnect` tells of",
    label = "not the end of a connection; return `Result<(), fastr::InternalError>`, which closes with 1011, or `Result<(), fastr::CloseError>` for another code"
)]
pub trait EndsConnection {}

impl<E: EndsConnection> From<E> for WebSocketDisconnect {
    fn from(_: E) -> Self {
        Self::BROKEN
    }
}

impl fmt::Display for WebSocketDisconnect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = close_reason(self.code).unwrap_or("a code of the application");
        write!(f, "the WebSocket is closed: {} ({words})", self.code)?;
        if !self.reason.is_empty() {
            write!(f, ", {:?}", self.reason)?;
        }
        Ok(())
    }
}

impl std::error::Error for WebSocketDisconnect {}

/// What a WebSocket handler ends in when it does not end well: `Err` closes the connection with its code, which is one that the
/// attribute declares: `closes(1008)`. A handler that has no code of its own returns `Result<(), WebSocketDisconnect>`, or
/// `Result<(), InternalError>` where other things fail besides, and declares nothing.
///
/// * [`close!`](crate::close) and [`CloseFrame`] become one with this code: `return Err(close!(1008, "no token").into())`.
/// * [`WebSocketDisconnect`] becomes one that closes nothing, since the connection is over: so `?` stands behind every
///   receive and send.
/// * Any other error becomes one with [`internal`](Self::internal): the peer sees 1011 and not a word of it, and it is logged.
#[derive(Debug)]
pub struct CloseError(pub(super) Cause);

#[derive(Debug)]
pub(super) enum Cause {
    /// The handler wants this code.
    Frame(CloseFrame),
    /// It is over already.
    Over(WebSocketDisconnect),
    /// Something that was not expected.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl CloseError {
    /// An error that nobody expected: 1011 for the peer, and the error itself for the log.
    ///
    /// ```
    /// # use fastr_core::private::CloseError;
    /// # fn read() -> Result<(), CloseError> {
    /// let greeting = std::fs::read_to_string("greeting.txt").map_err(CloseError::internal)?;
    /// # drop(greeting);
    /// # Ok(())
    /// # }
    /// # assert_eq!(read().unwrap_err().code(), 1011);
    /// ```
    pub fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(Cause::Internal(error.into()))
    }

    /// The code with which the connection ends, or has ended.
    pub fn code(&self) -> u16 {
        match &self.0 {
            Cause::Frame(frame) => frame.code(),
            Cause::Over(over) => over.code,
            Cause::Internal(_) => fastr_status::WS_1011_INTERNAL_ERROR,
        }
    }
}

impl From<CloseFrame> for CloseError {
    fn from(frame: CloseFrame) -> Self {
        Self(Cause::Frame(frame))
    }
}

impl From<WebSocketDisconnect> for CloseError {
    fn from(over: WebSocketDisconnect) -> Self {
        Self(Cause::Over(over))
    }
}

/// 1011 for the peer, and the error itself for the log; one that only says that the connection is over closes nothing.
impl From<InternalError> for CloseError {
    fn from(error: InternalError) -> Self {
        match error.into_cause().downcast::<WebSocketDisconnect>() {
            Ok(over) => Self(Cause::Over(*over)),
            Err(cause) => Self(Cause::Internal(cause)),
        }
    }
}

/// The same as an [`InternalError`].
impl From<Box<dyn std::error::Error + Send + Sync>> for CloseError {
    fn from(error: Box<dyn std::error::Error + Send + Sync>) -> Self {
        InternalError::new(error).into()
    }
}

/// A code that may not be sent is a mistake of the program.
impl From<CloseFrameError> for CloseError {
    fn from(error: CloseFrameError) -> Self {
        Self::internal(error)
    }
}

impl From<Infallible> for CloseError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl fmt::Display for CloseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::Frame(frame) => write!(f, "close with {}: {}", frame.code(), frame.reason()),
            Cause::Over(over) => over.fmt(f),
            Cause::Internal(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CloseError {}
