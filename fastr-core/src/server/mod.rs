//! Step 3: sockets, connections and their end. Generic over what answers; it knows no application.

mod accept;
mod connection;
mod drive;
#[cfg(feature = "http2")]
mod http2;
mod limits;
mod listen;
mod listener;
mod pulse;
mod refusal;
mod service;
mod shutdown;
mod socket;
mod stream;
#[cfg(feature = "tls")]
mod tls;
mod watch;

pub use accept::{Served, Server};
pub use limits::ConnectionLimits;
#[cfg(feature = "systemd")]
pub use listen::inherited;
pub use listen::{Bound, Place, listen};
pub use listener::Listener;
pub use refusal::Refusal;
pub use shutdown::termination;
#[cfg(feature = "tls")]
pub use tls::{Tls, TlsCertificate};

use std::convert::Infallible;
use std::fmt::Display;
use std::time::Duration;

use hyper::body::Incoming;

use crate::request::Peer;
use crate::response::Response;

/// Longer than any program runs.
const FOR_EVER: Duration = Duration::from_hours(24 * 365 * 10);

/// What answers requests: the application, seen from the socket.
pub trait Answering: Copy + Send + Sync + 'static {
    /// The answer, at once or later, as hyper wants it: it never fails.
    type Answer: Future<Output = Result<Response, Infallible>> + Send + Unpin;

    /// Answers a request that came from there.
    fn answer(self, request: http::Request<Incoming>, peer: Peer) -> Self::Answer;

    /// Hears of a connection that was refused or cut, and of what was wrong with it.
    fn refused(self, refusal: Refusal, peer: Peer, error: &dyn Display);
}
