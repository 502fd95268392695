//! fastr is FastAPI for Rust: annotate a function, and get a served, validated and documented HTTP operation.

pub use fastr_core::private::{
    App, Body, BodyError, Bytes, Html, HttpException, JsonResponse, PlainText, Redirect, Request,
    RequestParts, Response, ResponseParts, StartupError, TestClient, TestRequest, TestResponse,
    ValidationError,
};
#[cfg(feature = "multipart")]
pub use fastr_core::private::{MultipartLimits, UploadFile, UploadReader};
pub use fastr_macros::{delete, get, head, model, options, patch, post, put, route, trace};
pub use fastr_status as status;

/// What starting a program comes to.
pub type Result<T = (), E = StartupError> = std::result::Result<T, E>;

#[doc(hidden)]
pub use fastr_core::private as __private;
