//! Step 2: a request on its way to a handler: its head, its captures, its body, and the state beside it.

mod around;
mod call;
mod captures;
mod common;
mod errors;
mod head;
mod peer;
mod state;

pub use around::{Around, Only, Surroundings};
pub use call::{Call, Payload, lost_head, put_head, take_head};
pub use captures::Captures;
pub use common::Common;
pub use errors::{ErrorHandler, ErrorStyle};
pub use head::fault;
pub use peer::Peer;
pub use state::{State, StateKey};

use crate::body::Body;

/// A whole request, its body still to be read.
///
/// As a parameter it takes the request as it is; a parameter that reads the body cannot stand beside it.
pub type Request = http::Request<Body>;

/// The head of a request: method, URI, version, headers, extensions.
///
/// `&RequestParts` as a parameter lends the head and leaves the body to others.
pub type RequestParts = http::request::Parts;
