//! Step 3: sockets, connections and their end. Generic over what answers; it knows no application.

mod accept;
mod connection;
mod listen;
mod shutdown;

pub use accept::serve;
pub use listen::listen;
pub use shutdown::termination;

use std::convert::Infallible;

use hyper::body::Incoming;

use crate::response::Response;

/// What answers requests: the application, seen from the socket.
pub trait Answering:
    hyper::service::Service<
        http::Request<Incoming>,
        Response = Response,
        Error = Infallible,
        Future: Future<Output = Result<Response, Infallible>> + Send,
    > + Copy
    + Send
    + 'static
{
}

impl<S> Answering for S where
    S: hyper::service::Service<
            http::Request<Incoming>,
            Response = Response,
            Error = Infallible,
            Future: Future<Output = Result<Response, Infallible>> + Send,
        > + Copy
        + Send
        + 'static
{
}
