//! The bytes below a WebSocket: a connection that hyper handed over, or a pipe in the same process.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::Extensions;
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};

/// Where a request came from that no server delivered; in its extensions.
#[derive(Clone)]
pub struct InProcess(Arc<Mutex<Option<DuplexStream>>>);

impl InProcess {
    /// The server's end of a pipe.
    pub fn new(pipe: DuplexStream) -> Self {
        Self(Arc::new(Mutex::new(Some(pipe))))
    }
}

/// A wire that is there as soon as the handshake has been answered.
pub enum Upgrade {
    Socket(OnUpgrade),
    Pipe(DuplexStream),
}

impl Upgrade {
    /// The one of a request; none when its connection cannot become anything else.
    pub fn of(extensions: &mut Extensions) -> Option<Self> {
        if let Some(upgrade) = extensions.remove::<OnUpgrade>() {
            return Some(Self::Socket(upgrade));
        }
        let InProcess(pipe) = extensions.remove()?;
        let pipe = pipe.lock().unwrap_or_else(PoisonError::into_inner).take();
        pipe.map(Self::Pipe)
    }

    pub async fn wire(self) -> hyper::Result<Wire> {
        Ok(match self {
            Self::Socket(upgrade) => Wire::Socket(TokioIo::new(upgrade.await?)),
            Self::Pipe(pipe) => Wire::Pipe(pipe),
        })
    }
}

/// What bytes go through.
pub enum Wire {
    /// What hyper handed over.
    Socket(TokioIo<Upgraded>),
    /// A pipe.
    Pipe(DuplexStream),
}

impl Wire {
    pub fn poll_read(&mut self, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Socket(socket) => Pin::new(socket).poll_read(cx, buffer),
            Self::Pipe(pipe) => Pin::new(pipe).poll_read(cx, buffer),
        }
    }

    fn poll_write(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self {
            Self::Socket(socket) => Pin::new(socket).poll_write(cx, bytes),
            Self::Pipe(pipe) => Pin::new(pipe).poll_write(cx, bytes),
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Socket(socket) => Pin::new(socket).poll_flush(cx),
            Self::Pipe(pipe) => Pin::new(pipe).poll_flush(cx),
        }
    }

    pub fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Socket(socket) => Pin::new(socket).poll_shutdown(cx),
            Self::Pipe(pipe) => Pin::new(pipe).poll_shutdown(cx),
        }
    }

    /// Waits until the peer has ended its direction too ([RFC 6455, section 7.1.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.1.1)),
    /// so that it gets to read what it was told: a connection that is closed with unread bytes takes back what was sent.
    pub async fn see_off(mut self, time: Duration) {
        // If it is still there then, it has had its time.
        let _ = tokio::time::timeout(time, poll_fn(|cx| self.poll_gone(cx))).await;
    }

    fn poll_gone(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if ready!(self.poll_shutdown(cx)).is_err() {
            return Poll::Ready(());
        }
        let mut space = [0; 1024];
        loop {
            let mut buffer = ReadBuf::new(&mut space);
            let read = ready!(self.poll_read(cx, &mut buffer));
            if read.is_err() || buffer.filled().is_empty() {
                return Poll::Ready(());
            }
        }
    }
}

/// A wire as the protocol wants it, for one poll: what would have to wait is an error, and the task is woken.
pub struct Now<'poll, 'waker> {
    /// The wire.
    pub wire: &'poll mut Wire,
    /// Whom to wake.
    pub cx: &'poll mut Context<'waker>,
    /// Set when a byte has come or gone.
    pub moved: &'poll mut Moved,
}

/// Which way bytes went.
#[derive(Default)]
pub struct Moved {
    /// A byte came.
    pub came: bool,
    /// A byte went.
    pub went: bool,
}

impl io::Read for Now<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut buffer = ReadBuf::new(buffer);
        now(self.wire.poll_read(self.cx, &mut buffer))?;
        let read = buffer.filled().len();
        self.moved.came |= read > 0;
        Ok(read)
    }
}

impl io::Write for Now<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = now(self.wire.poll_write(self.cx, bytes))?;
        self.moved.went |= written > 0;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        now(self.wire.poll_flush(self.cx))
    }
}

fn now<T>(polled: Poll<io::Result<T>>) -> io::Result<T> {
    match polled {
        Poll::Ready(result) => result,
        Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
    }
}
