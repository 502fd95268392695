//! Step 4: from what a handler returns to the response; the only room where an error becomes one.

mod content;
mod detail;
mod error;
mod events;
#[cfg(feature = "files")]
mod file;
mod generate;
mod handled;
mod internal;
mod json;
mod json_lines;
mod model;
mod redirect;
mod reply;
mod result;
mod returns;
mod skip;
mod status;
mod stream;
mod text;
mod with_headers;

pub use content::{Content, MediaType, media};
pub use detail::{Detail, answer_docs, error_doc, no_body};
pub use error::{envelope, exception, internal_error, not_valid, panicked, raised, title};
pub use events::{Event, EventStream, IntoEvent};
#[cfg(feature = "files")]
pub use file::{Directory, FileError, FileResponse, StaticFiles};
pub use generate::{Generated, Sender, stream};
pub use handled::{HandledReturns, handled, handler, handler_problem};
pub use json::{JsonResponse, describe as describe_json};
pub use json_lines::{JsonLines, StreamItem};
pub use model::RespondAs;
pub use redirect::Redirect;
pub use reply::Reply;
pub use result::{Cause, Raised, RaisedError};
pub use returns::{Returns, refuse};
pub use status::{Accepted, Created, NoContent, NotModified, Status};
pub use stream::{Piece, StreamResponse};
pub use text::{Html, PlainText};
pub use with_headers::WithHeaders;

use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};

/// A type that a handler can return.
///
/// `#[model]` types, text, lists and maps become JSON; [`Response`] is sent as it is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned from an operation",
    label = "fastr does not know how to send this",
    note = "if `{Self}` is your own, write `#[fastr::model]` above its definition to send it as JSON; if it comes from another crate, turn on the feature of fastr that brings it, such as `uuid`, or return a `#[fastr::model]` of your own that is made of it",
    note = "an error is returned in a `Result`, and one of several answers by a type with `#[derive(fastr::Responses)]`"
)]
pub trait Respond: Sized {
    /// The statuses that the type can send.
    const STATUSES: Statuses;

    /// Whether the response depends on the head of the request, as that of a file does.
    const ASKS_REQUEST: bool = false;

    /// Makes the response.
    fn respond(self, reply: Reply) -> Response;

    /// Whether this is an error, so that whoever words it may want to see the request.
    fn is_error(&self) -> bool {
        false
    }

    /// What the document says of it.
    fn describe() -> Vec<ResponseDoc>;

    /// The return type as data.
    const RETURNS: Returns<Self> = Returns {
        statuses: Self::STATUSES,
        describe: Self::describe,
        respond: Self::respond,
        is_error: Self::is_error,
        asks_request: Self::ASKS_REQUEST,
        skips_none: false,
        skips_defaults: false,
    };
}

impl Respond for Response {
    const STATUSES: Statuses = Statuses::OPEN;

    fn respond(self, reply: Reply) -> Response {
        reply.around(self)
    }

    fn describe() -> Vec<ResponseDoc> {
        Vec::new()
    }
}

impl Respond for () {
    const STATUSES: Statuses = Statuses::EMPTY;

    /// Nothing where the status forbids a body, and JSON's `null` otherwise, as FastAPI sends `None`.
    fn respond(self, reply: Reply) -> Response {
        if fastr_status::may_have_body(reply.status()) {
            reply.json(&())
        } else {
            reply.empty()
        }
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc::body(json::MEDIA_TYPE, || crate::schema::Shape::Any)]
    }
}
