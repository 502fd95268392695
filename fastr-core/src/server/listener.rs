//! What connections come from: an address, or a Unix socket.

use std::io;

use tokio::net::TcpListener;
#[cfg(unix)]
use tokio::net::UnixListener;

use super::stream::Stream;
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
    /// The next connection.
    pub(super) async fn accept(&self) -> io::Result<(Stream, Peer)> {
        let (stream, address) = match self {
            Self::Tcp(listener) => {
                let (stream, address) = listener.accept().await?;
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "TCP_NODELAY could not be set");
                }
                (Stream::Tcp(stream), Some(address))
            }
            #[cfg(unix)]
            Self::Unix(listener) => (Stream::Unix(listener.accept().await?.0), None),
        };
        let peer = Peer {
            address,
            is_secure: false,
            is_remote: true,
            is_last: false,
            has_body: false,
        };
        Ok((stream, peer))
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

/// A filter of the kernel's: the segment is dropped if byte 13 of its header has SYN, and kept otherwise.
#[cfg(target_os = "linux")]
const NO_SYN: [socket2::SockFilter; 4] = [
    socket2::SockFilter::new(0x30, 0, 0, 13),
    socket2::SockFilter::new(0x45, 0, 1, 0x02),
    socket2::SockFilter::new(0x06, 0, 0, 0),
    socket2::SockFilter::new(0x06, 0, 0, u32::MAX),
];
