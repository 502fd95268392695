//! An error that is about to be answered, for those who word it otherwise.

use bytes::Bytes;
use serde_json::Value;

use super::ValidationError;

/// Which errors an exception handler is for. A number stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exceptions {
    /// Those with one status, wherever they come from.
    Status(u16),
    /// Arguments that are not valid: FastAPI's `RequestValidationError`.
    Validation,
    /// All of them, unless another handler is for fewer.
    Every,
}

impl From<u16> for Exceptions {
    fn from(status: u16) -> Self {
        Self::Status(status)
    }
}

/// An error that is about to be answered.
///
/// Every one comes so: what an operation raises, arguments that are not valid, a body that is too large, an unknown path,
/// a method that is not allowed, and what is sent after a panic.
#[derive(Clone, Debug)]
pub struct ErrorReport {
    status: u16,
    detail: Value,
    errors: Vec<ValidationError>,
    body: Bytes,
}

impl ErrorReport {
    /// An error with this detail.
    pub fn new(status: u16, detail: Value) -> Self {
        Self {
            status,
            detail,
            errors: Vec::new(),
            body: Bytes::new(),
        }
    }

    /// Arguments that are not valid, and the body that they were looked for in.
    pub fn not_valid(status: u16, detail: Value, errors: Vec<ValidationError>, body: Bytes) -> Self {
        Self {
            status,
            detail,
            errors,
            body,
        }
    }

    /// The status that it is answered with; no handler changes it.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What the client would be told: mostly a text, and of arguments that are not valid the list of mistakes.
    pub fn detail(&self) -> &Value {
        &self.detail
    }

    /// The mistakes in the arguments; none for any other error.
    pub fn errors(&self) -> &[ValidationError] {
        &self.errors
    }

    /// The body with which arguments that are not valid were sent, where it was read and is JSON.
    pub fn body(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}
