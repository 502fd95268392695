//! An error that is about to be answered, for those who word it otherwise.

use std::any::{Any, TypeId};
use std::fmt;

use bytes::Bytes;
use http::request::Parts;
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
#[derive(Clone)]
pub struct ErrorReport {
    status: u16,
    detail: Value,
    errors: Vec<ValidationError>,
    body: Bytes,
    request: Option<Box<Parts>>,
    values: Option<&'static dyn Values>,
}

/// What an application lends, by the type of each value.
pub trait Values: Sync {
    /// The value of this type.
    fn value(&self, of: TypeId) -> Option<&(dyn Any + Send + Sync)>;
}

impl ErrorReport {
    /// An error with this detail.
    pub fn new(status: u16, detail: Value) -> Self {
        Self {
            status,
            detail,
            errors: Vec::new(),
            body: Bytes::new(),
            request: None,
            values: None,
        }
    }

    /// Arguments that are not valid, and the body that they were looked for in.
    pub fn not_valid(status: u16, detail: Value, errors: Vec<ValidationError>, body: Bytes) -> Self {
        Self {
            errors,
            body,
            ..Self::new(status, detail)
        }
    }

    /// The same with the head of the request, where it is known, and what the application lends.
    #[must_use]
    pub(crate) fn about(self, request: Option<Parts>, values: &'static dyn Values) -> Self {
        Self {
            request: request.map(Box::new),
            values: Some(values),
            ..self
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

    /// The head of the request: its method, its path, its headers. FastAPI gives it to exception handlers as `request`.
    ///
    /// None where it is gone: an operation has taken the [`Request`](crate::private::Request), or a middleware answers in the place of
    /// an operation.
    ///
    /// ```
    /// # use fastr_core::private::{App, ErrorReport, PlainText, TestClient};
    /// let app = App::of(module_path!()).exception_handler(404, |error: &ErrorReport| {
    ///     let path = error.request().map_or("it", |request| request.uri.path());
    ///     PlainText(format!("{path} is not here"))
    /// });
    /// assert_eq!(TestClient::new(app).get("/nowhere").send().text(), "/nowhere is not here");
    /// ```
    pub fn request(&self) -> Option<&Parts> {
        self.request.as_deref()
    }

    /// A value of [`App::state`](crate::private::App::state), if there is one of this type.
    pub fn state<T: 'static>(&self) -> Option<&T> {
        self.values?.value(TypeId::of::<T>())?.downcast_ref()
    }

    /// What is answered when nobody words it otherwise, for a handler that only wants to know of the error. FastAPI's page "Handling
    /// Errors" calls this reusing the default exception handlers.
    ///
    /// ```
    /// # use fastr_core::private::{App, ErrorReport, Exceptions, TestClient, UsualError};
    /// fn note(error: &ErrorReport) -> UsualError {
    ///     eprintln!("{} {}", error.status(), error.detail());
    ///     error.usual()
    /// }
    ///
    /// let app = App::of(module_path!()).exception_handler(Exceptions::Every, note);
    /// assert_eq!(TestClient::new(app).get("/nowhere").send().text(), r#"{"detail":"Not Found"}"#);
    /// ```
    #[must_use]
    pub fn usual(&self) -> UsualError {
        UsualError {
            status: self.status,
            detail: self.detail.clone(),
            errors: self.errors.clone(),
        }
    }

    /// The body with which arguments that are not valid were sent, where it was read and is JSON.
    pub fn body(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// The usual answer to an error: what [`ErrorReport::usual`] gives.
#[derive(Clone, Debug)]
pub struct UsualError {
    /// The status that it is answered with.
    pub(crate) status: u16,
    /// What the client is told.
    pub(crate) detail: Value,
    /// The mistakes in the arguments.
    pub(crate) errors: Vec<ValidationError>,
}

impl fmt::Debug for ErrorReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorReport")
            .field("status", &self.status)
            .field("detail", &self.detail)
            .field("errors", &self.errors)
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}
