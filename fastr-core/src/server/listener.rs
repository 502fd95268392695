//! What connections come from: an address, or a Unix socket.

use std::io;

use tokio::net::{TcpListener, TcpStream};
#[cfg(unix)]
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::OwnedSemaphorePermit;

use super::Answering;
use super::connection::{self, Protocol, Terms};
use crate::request::Peer;

/// A socket that is listened on.
#[derive(Debug)]
pub enum Listener {
    /// At an address.
    Tcp(TcpListener),
    /// At a path.
    #[cfg(unix)]
    Unix(UnixListener),
}

/// A connection that has come.
pub enum Accepted {
    /// At an address.
    Tcp(TcpStream, Peer),
    /// At a path.
    #[cfg(unix)]
    Unix(UnixStream),
}

impl From<TcpListener> for Listener {
    fn from(listener: TcpListener) -> Self {
        Self::Tcp(listener)
    }
}

#[cfg(unix)]
impl From<UnixListener> for Listener {
    fn from(listener: UnixListener) -> Self {
        Self::Unix(listener)
    }
}

impl Listener {
    pub(super) async fn accept(&self) -> io::Result<Accepted> {
        Ok(match self {
            Self::Tcp(listener) => {
                let (stream, address) = listener.accept().await?;
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "TCP_NODELAY could not be set");
                }
                let peer = Peer {
                    address: Some(address),
                    ..LOCAL
                };
                Accepted::Tcp(stream, peer)
            }
            #[cfg(unix)]
            Self::Unix(listener) => Accepted::Unix(listener.accept().await?.0),
        })
    }

    /// Lets no further handshake begin, where the system can do that; those that have begun are finished.
    #[cfg(target_os = "linux")]
    pub(super) fn refuse_handshakes(&self) -> bool {
        let Self::Tcp(listener) = self else {
            return false;
        };
        let refused = socket2::SockRef::from(listener).attach_filter(&NO_SYN);
        if let Err(error) = &refused {
            tracing::debug!(%error, "handshakes could not be refused");
        }
        refused.is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    #[expect(clippy::unused_self, reason = "elsewhere there is nothing to be asked")]
    pub(super) fn refuse_handshakes(&self) -> bool {
        false
    }
}

/// Who is at the other end of a Unix socket.
const LOCAL: Peer = Peer {
    address: None,
    is_secure: false,
    is_remote: true,
};

/// A filter of the kernel's: the segment is dropped if byte 13 of its header has SYN, and kept otherwise.
#[cfg(target_os = "linux")]
const NO_SYN: [socket2::SockFilter; 4] = [
    socket2::SockFilter::new(0x30, 0, 0, 13),
    socket2::SockFilter::new(0x45, 0, 1, 0x02),
    socket2::SockFilter::new(0x06, 0, 0, 0),
    socket2::SockFilter::new(0x06, 0, 0, u32::MAX),
];

#[cfg(feature = "http2")]
const PLAIN: Protocol = Protocol::Either;
#[cfg(not(feature = "http2"))]
const PLAIN: Protocol = Protocol::Http1;

impl Accepted {
    pub fn start<A: Answering>(self, terms: Terms<A>, place: OwnedSemaphorePermit) {
        match self {
            Self::Tcp(stream, peer) => {
                tokio::spawn(connection::serve(stream, PLAIN, peer, terms, place));
            }
            #[cfg(unix)]
            Self::Unix(stream) => {
                tokio::spawn(connection::serve(stream, PLAIN, LOCAL, terms, place));
            }
        }
    }

    #[cfg(feature = "tls")]
    pub fn start_tls<A: Answering>(self, tls: super::Tls, terms: Terms<A>, place: OwnedSemaphorePermit) {
        match self {
            Self::Tcp(stream, peer) => tls.start(stream, peer, terms, place),
            #[cfg(unix)]
            Self::Unix(stream) => tls.start(stream, LOCAL, terms, place),
        }
    }
}
