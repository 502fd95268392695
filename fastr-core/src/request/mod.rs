//! Step 2: a request on its way to a handler: its head, its captures, its body, and the state beside it.

mod around;
mod call;
mod captures;
mod client;
mod common;
mod errors;
mod head;
mod peer;
mod readiness;
mod site;
mod state;
mod trusted;

pub use around::{Around, Only, Surroundings};
pub use call::{Call, Payload, TakenCall, lost_head, put_head, take_head};
pub use captures::Captures;
#[cfg(feature = "middleware")]
pub use client::host;
pub use client::{BaseUrl, Client};
pub use common::Common;
pub use errors::{ErrorHandler, ErrorStyle};
pub use head::{fault, is_fit};
pub use peer::Peer;
pub use readiness::{Check, Readiness, ReadinessCheck};
pub use site::{Arrival, Site, inside};
pub use state::{State, StateKey};
pub use trusted::TrustedProxies;

use crate::body::Body;

/// A whole request, its body still to be read.
///
/// As a parameter it takes the request as it is; a parameter that reads the body cannot stand beside it.
pub type Request = http::Request<Body>;

/// The head of a request: method, URI, version, headers, extensions.
///
/// `&RequestParts` as a parameter lends the head and leaves the body to others.
pub type RequestParts = http::request::Parts;
