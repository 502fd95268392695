//! Redirects.

use fastr_status::{HTTP_304_NOT_MODIFIED, HTTP_307_TEMPORARY_REDIRECT, StatusSet};
use http::HeaderValue;
use http::header::LOCATION;

use super::{Reply, Respond};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// Sends the client elsewhere, as FastAPI's `RedirectResponse` does.
///
/// The status is part of the type: `Redirect` alone is 307, which keeps the method (RFC 9110, section 15.4.8);
/// `Redirect<303>` sends the client on with GET, as after a form (section 15.4.4). A status that redirects nobody does
/// not compile.
///
/// ```
/// # use fastr_core::private::Redirect;
/// fn to_the_docs() -> Redirect {
///     Redirect::to("/docs")
/// }
///
/// fn after_the_form() -> Redirect<303> {
///     Redirect::to("/thanks")
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Redirect<const STATUS: u16 = HTTP_307_TEMPORARY_REDIRECT>(HeaderValue);

impl<const STATUS: u16> Redirect<STATUS> {
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

    /// Where to, as it stands in the header.
    pub(super) fn into_location(self) -> HeaderValue {
        self.0
    }
}

impl<const STATUS: u16> Respond for Redirect<STATUS> {
    const STATUSES: Statuses = if STATUS >= 300 && STATUS <= 399 && STATUS != HTTP_304_NOT_MODIFIED {
        Statuses {
            declared: false,
            own: StatusSet::one(STATUS),
            body: false,
            ..Statuses::BODY
        }
    } else {
        Statuses {
            problem: Some(
                "a redirect has a status from 300 to 399, and not 304; write one such as `Redirect<303>`",
            ),
            ..Statuses::OPEN
        }
    };

    fn respond(self, reply: Reply) -> Response {
        reply.with_status(STATUS).with_header(LOCATION, self.0).empty()
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc::EMPTY.with_status(STATUS)]
    }
}
