//! Who is at the other end of a connection.

use std::net::SocketAddr;

/// The other end of a connection: a client, or a proxy in front of it.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "none of these facts has to do with another"
)]
pub struct Peer {
    /// Its address; none at a Unix socket.
    pub address: Option<SocketAddr>,
    /// Whether the connection is encrypted.
    pub is_secure: bool,
    /// Whether there is a connection at all: a program can also ask itself.
    pub is_remote: bool,
    /// Whether no further request is wanted on it.
    pub is_last: bool,
    /// Whether the request has a body that shares the connection with the next request (HTTP/1.1).
    pub has_body: bool,
}
