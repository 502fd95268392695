//! Why a form could not be read, and with which status and words that is answered.

use std::io;

use fastr_status::{HTTP_400_BAD_REQUEST, HTTP_413_CONTENT_TOO_LARGE, HTTP_500_INTERNAL_SERVER_ERROR};

use crate::body::BodyError;
use crate::error::HttpException;

/// Why a form could not be read.
#[derive(Debug)]
pub enum Unreadable {
    /// It is not what it should be.
    Refused(HttpException),
    /// The body ended before it was whole.
    Broken(BodyError),
}

impl Unreadable {
    /// It does not follow the grammar: Starlette's words.
    pub fn malformed() -> Self {
        Self::bad("Invalid multipart data.")
    }

    /// It is refused with 400.
    pub fn bad(detail: &str) -> Self {
        Self::Refused(HttpException::new(HTTP_400_BAD_REQUEST, detail))
    }

    /// It is refused with 413.
    pub fn too_much(detail: String) -> Self {
        Self::Refused(HttpException::new(HTTP_413_CONTENT_TOO_LARGE, detail))
    }

    /// It is larger than it may be as a whole.
    pub fn too_large(limit: usize) -> Self {
        Self::too_much(format!("The body is larger than {limit} bytes"))
    }

    /// There was no place for a file: our fault, of which the client is told nothing more.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "it is the end of an error that nobody needs afterwards"
    )]
    pub fn not_kept(error: io::Error) -> Self {
        tracing::error!(%error, "an uploaded file could not be kept");
        Self::Refused(HttpException::of(HTTP_500_INTERNAL_SERVER_ERROR))
    }
}
