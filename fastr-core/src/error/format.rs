//! The envelope of errors.

/// The envelope of every error that an application answers with, on the wire and in the document.
///
/// ```
/// # use fastr_core::private::{App, ErrorFormat, TestClient};
/// let app = App::of(module_path!()).error_format(ErrorFormat::ProblemDetails);
/// let response = TestClient::new(app).get("/nowhere").send();
/// assert_eq!(response.header("content-type"), Some("application/problem+json"));
/// assert_eq!(response.text(), r#"{"title":"Not Found","status":404}"#);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ErrorFormat {
    /// FastAPI's: `{"detail": …}` as `application/json`.
    #[default]
    Detail,
    /// Problem details: `application/problem+json`
    /// ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
    ///
    /// `title` is the reason phrase and `status` the code. A detail that is a text is `detail`; one that is anything else is
    /// `info`. The mistakes in the arguments are `errors`. There is no `type`, which stands for `about:blank`.
    ProblemDetails,
}

impl ErrorFormat {
    /// The media type of an error; that of problem details is RFC 9457, section 6.1.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Detail => "application/json",
            Self::ProblemDetails => "application/problem+json",
        }
    }
}
