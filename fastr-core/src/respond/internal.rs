//! Errors that are answered 500 and say nothing of why.

use std::error::Error;

use fastr_status::HTTP_500_INTERNAL_SERVER_ERROR;
use serde_json::Value;

use super::error::{raised, title};
use super::{RaisedError, Reply};
use crate::error::InternalError;
use crate::response::Response;
use crate::route::Statuses;

const STATUS: u16 = HTTP_500_INTERNAL_SERVER_ERROR;

impl RaisedError for InternalError {
    const STATUSES: Statuses = Statuses::raising(&[STATUS]);

    fn respond(self, reply: Reply) -> Response {
        silent(self.cause(), reply)
    }
}

impl RaisedError for Box<dyn Error + Send + Sync> {
    const STATUSES: Statuses = Statuses::raising(&[STATUS]);

    fn respond(self, reply: Reply) -> Response {
        silent(&*self, reply)
    }
}

/// The log has all of it, and the client the reason phrase.
fn silent(cause: &(dyn Error + 'static), reply: Reply) -> Response {
    raised(cause, STATUS, Some(&Value::from(title(STATUS))), &[], reply)
}
