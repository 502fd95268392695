//! The socket of a connection: it says what it waits for, gives back what was read ahead, and closes so that the last answer
//! arrives.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use hyper::rt::{Read, ReadBuf, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::sync::OwnedSemaphorePermit;

use super::pulse::Pulse;
use super::stream::Stream;

/// How much of what the peer still sends is thrown away before the connection is closed all the same, in pieces of 8 KiB:
/// as much as the greatest upload of an application that says nothing of it.
const LINGERING_READS: u32 = 4096;

/// How a response begins that is not the last one to its request (RFC 9110, section 15.2).
const INTERIM: &[u8] = b"HTTP/1.1 1";

/// A socket, as hyper reads and writes it.
pub struct Socket {
    stream: TokioIo<Stream>,
    pulse: Arc<Pulse>,
    /// What was read before hyper was there.
    #[cfg(feature = "http2")]
    ahead: super::http2::Ahead,
    is_shut: bool,
    lingered: u32,
    /// The place among the open connections: a WebSocket keeps it after HTTP has ended.
    _place: OwnedSemaphorePermit,
}

impl Socket {
    pub fn new(stream: Stream, pulse: Arc<Pulse>, place: OwnedSemaphorePermit) -> Self {
        Self {
            stream: TokioIo::new(stream),
            pulse,
            #[cfg(feature = "http2")]
            ahead: super::http2::Ahead::default(),
            is_shut: false,
            lingered: 0,
            _place: place,
        }
    }

    /// The first bytes, to be looked at before they are read.
    #[cfg(feature = "http2")]
    pub fn ahead(&mut self) -> (&mut super::http2::Ahead, &mut Stream) {
        (&mut self.ahead, self.stream.inner_mut())
    }
}

impl Read for Socket {
    #[inline]
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        #[cfg(feature = "http2")]
        let Some(buffer) = self.ahead.give_back(buffer) else {
            return Poll::Ready(Ok(()));
        };
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        self.pulse.read(read.is_ready());
        read
    }
}

impl Write for Socket {
    #[inline]
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.pulse.wrote(written.is_ready(), bytes.starts_with(INTERIM));
        written
    }

    #[inline]
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    /// A system that closes a socket with bytes that nobody has read resets the connection, and the answer is lost with
    /// what the peer has not yet read. So where a body may be on its way, it is read first (RFC 9112, section 9.6).
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !self.is_shut {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            self.is_shut = true;
        }
        let mut thrown_away = [0; 8 * 1024];
        while self.pulse.has_body() && self.lingered < LINGERING_READS {
            let mut buffer = ReadBuf::new(&mut thrown_away);
            let read = Pin::new(&mut self.stream).poll_read(cx, buffer.unfilled());
            self.pulse.read(read.is_ready());
            ready!(read)?;
            if buffer.filled().is_empty() {
                break;
            }
            self.lingered += 1;
        }
        Poll::Ready(Ok(()))
    }
}
