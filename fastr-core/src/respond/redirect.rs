//! Redirects.

use fastr_status::{HTTP_307_TEMPORARY_REDIRECT, StatusSet};
use http::HeaderValue;
use http::header::LOCATION;

use super::{Reply, Respond};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// Sends the client elsewhere with 307, which keeps the method (RFC 9110, section 15.4.8), as FastAPI's
/// `RedirectResponse` does.
///
/// ```
/// # use fastr_core::private::Redirect;
/// let elsewhere = Redirect::to("/docs");
/// ```
#[derive(Clone, Debug)]
pub struct Redirect(HeaderValue);

impl Redirect {
    /// A redirect to a URI reference (RFC 3986). What may not stand in a URI is percent-encoded.
    pub fn to(location: &str) -> Self {
        use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
        const UNSAFE: &AsciiSet = &CONTROLS
            .add(b' ')
            .add(b'"')
            .add(b'<')
            .add(b'>')
            .add(b'\\')
            .add(b'^')
            .add(b'`')
            .add(b'{')
            .add(b'|')
            .add(b'}');
        let encoded = utf8_percent_encode(location, UNSAFE).to_string();
        // What is left is visible ASCII, which every header may have.
        Self(HeaderValue::try_from(encoded).unwrap_or(HeaderValue::from_static("/")))
    }
}

impl Respond for Redirect {
    const STATUSES: Statuses = Statuses {
        declared: false,
        own: StatusSet::one(HTTP_307_TEMPORARY_REDIRECT),
        open: false,
        body: false,
    };

    fn respond(self, reply: Reply) -> Response {
        reply
            .with_status(HTTP_307_TEMPORARY_REDIRECT)
            .with_header(LOCATION, self.0)
            .empty()
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc {
            status: Some(HTTP_307_TEMPORARY_REDIRECT),
            media_type: None,
            shape: None,
        }]
    }
}
