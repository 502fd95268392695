//! Work that was taken on and goes on.

use fastr_status::{HTTP_202_ACCEPTED, StatusSet};
use http::HeaderValue;
use http::header::LOCATION;

use super::json::describe;
use super::{Redirect, Reply, Respond};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Schema;

/// 202: the work was taken on, and goes on behind the answer (RFC 9110, section 15.3.3).
///
/// What it holds is sent as JSON, and says how the work stands. Where that can be asked later goes into `location`.
///
/// ```
/// # use fastr_core::private::Accepted;
/// fn take_on(id: u64) -> Accepted<String> {
///     Accepted::new("it is being done".to_owned()).at(&format!("/jobs/{id}"))
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Accepted<T> {
    value: T,
    location: Option<HeaderValue>,
}

impl<T> Accepted<T> {
    /// An answer that says this.
    pub fn new(value: T) -> Self {
        Self {
            value,
            location: None,
        }
    }

    /// The same with the place where the work can be asked after: a URI reference (RFC 3986). What may not stand in a URI is
    /// percent-encoded.
    #[must_use]
    pub fn at(mut self, location: &str) -> Self {
        self.location = Some(<Redirect>::to(location).into_location());
        self
    }
}

impl<T: Schema> Respond for Accepted<T> {
    const STATUSES: Statuses = Statuses {
        declared: false,
        own: StatusSet::one(HTTP_202_ACCEPTED),
        ..Statuses::EMPTY
    };

    fn respond(self, reply: Reply) -> Response {
        let reply = reply.with_status(HTTP_202_ACCEPTED);
        let reply = match self.location {
            Some(location) => reply.with_header(LOCATION, location),
            None => reply,
        };
        reply.json(&self.value)
    }

    fn describe() -> Vec<ResponseDoc> {
        let described = describe::<T>().into_iter();
        described
            .map(|entry| entry.with_status(HTTP_202_ACCEPTED))
            .collect()
    }
}
