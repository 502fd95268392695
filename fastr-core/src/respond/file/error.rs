//! Why a file cannot be sent.

use std::{fmt, io};

use fastr_status::HTTP_404_NOT_FOUND;

use super::super::{RaisedError, Reply, error_doc, exception};
use crate::error::HttpException;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// Why a file could not be opened. Raised by an operation it is 404, or 500 when the disk is to blame, which is logged.
#[derive(Debug)]
pub struct FileError(pub(super) io::Error);

impl FileError {
    /// Whether there is no such file: nothing, something that is no file, or one that the program must not read.
    pub fn is_not_found(&self) -> bool {
        use io::ErrorKind::{
            InvalidFilename, InvalidInput, IsADirectory, NotADirectory, NotFound, PermissionDenied,
        };
        matches!(
            self.0.kind(),
            NotFound | NotADirectory | IsADirectory | PermissionDenied | InvalidFilename | InvalidInput
        )
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a file cannot be opened: {}", self.0)
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[diagnostic::do_not_recommend]
impl RaisedError for FileError {
    const STATUSES: Statuses = Statuses::raising(&[HTTP_404_NOT_FOUND]);

    fn respond(self, reply: Reply) -> Response {
        if self.is_not_found() {
            if self.0.kind() == io::ErrorKind::PermissionDenied {
                tracing::warn!(error = %self.0, "a file may not be read, and is answered as if it were not there");
            }
            exception(HttpException::of(HTTP_404_NOT_FOUND), reply)
        } else {
            tracing::error!(error = %self.0, "a file could not be opened");
            reply.internal_error()
        }
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![error_doc(HTTP_404_NOT_FOUND, "", None)]
    }
}
