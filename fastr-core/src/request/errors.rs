//! How an application words its errors, and who words them otherwise.

use std::fmt;

use fastr_status::HTTP_422_UNPROCESSABLE_CONTENT;
use http::HeaderMap;

use super::{Common, Surroundings};
use crate::error::{ErrorFormat, ErrorReport, Exceptions};
use crate::response::Response;
use crate::schema::ShapeOf;

/// What an application says of its errors.
#[derive(Clone, Copy, Debug)]
pub struct ErrorStyle {
    /// Their envelope.
    pub format: ErrorFormat,
    /// The status of arguments that are not valid.
    pub validation_status: u16,
    /// Who words them otherwise.
    pub handlers: ErrorHandlers,
    /// Who may answer in the place of an operation.
    pub around: Surroundings,
}

impl ErrorStyle {
    /// What holds when nothing else was said.
    pub const DEFAULT: Self = Self {
        format: ErrorFormat::Detail,
        validation_status: HTTP_422_UNPROCESSABLE_CONTENT,
        handlers: ErrorHandlers(None),
        around: Surroundings::NONE,
    };
}

impl Default for ErrorStyle {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The exception handlers of an application. They are kept as long as the program, as the application itself is.
#[derive(Clone, Copy, Default)]
pub struct ErrorHandlers(Option<&'static Link>);

/// A handler, and those that were there before.
struct Link {
    handler: ErrorHandler,
    earlier: ErrorHandlers,
}

/// Makes the response to an error, with these headers.
type Answer = dyn Fn(&ErrorReport, HeaderMap, &'static Common) -> Response + Send + Sync;

/// An exception handler.
pub struct ErrorHandler {
    /// Which errors it is for.
    pub handles: Exceptions,
    /// The media type of what it answers, and the shape where one is known; none where there is no body.
    pub body: Option<(&'static str, Option<ShapeOf>)>,
    /// Whether it answers as is usual, so that the document stays as it is.
    pub is_usual: bool,
    /// Makes the response.
    pub answer: Box<Answer>,
}

impl ErrorHandlers {
    /// The same with one more.
    #[must_use]
    pub fn with(self, handler: ErrorHandler) -> Self {
        let link = Link {
            handler,
            earlier: self,
        };
        Self(Some(Box::leak(Box::new(link))))
    }

    /// Whether there is any.
    #[inline]
    pub fn are_there(self) -> bool {
        self.0.is_some()
    }

    /// The handler of arguments that are not valid.
    pub fn of_validation(self, status: u16) -> Option<&'static ErrorHandler> {
        self.last(Exceptions::Validation).or_else(|| self.of(status))
    }

    /// The handler of any other error: that of its status, or that of every error.
    pub fn of(self, status: u16) -> Option<&'static ErrorHandler> {
        self.last(Exceptions::Status(status)).or_else(|| self.of_every())
    }

    /// The handler of every error.
    pub fn of_every(self) -> Option<&'static ErrorHandler> {
        self.last(Exceptions::Every)
    }

    /// The last one that is for these.
    fn last(self, handles: Exceptions) -> Option<&'static ErrorHandler> {
        let mut next = self.0;
        while let Some(link) = next {
            if link.handler.handles == handles {
                return Some(&link.handler);
            }
            next = link.earlier.0;
        }
        None
    }
}

impl fmt::Debug for ErrorHandlers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = std::iter::successors(self.0, |link| link.earlier.0);
        f.debug_list()
            .entries(all.map(|link| link.handler.handles))
            .finish()
    }
}
