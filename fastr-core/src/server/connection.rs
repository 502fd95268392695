//! One connection, from its first byte to its last.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use hyper::rt::Write;
use hyper::server::conn::http1;
use tokio::sync::{OwnedSemaphorePermit, watch};
#[cfg(any(feature = "http2", feature = "tls"))]
use tokio::time::sleep;
use tokio::time::{Instant, timeout};

use super::drive::{Driven, End, drive};
use super::pulse::{Pulse, Waiting};
use super::service::Requests;
use super::socket::Socket;
use super::stream::Stream;
#[cfg(any(feature = "http2", feature = "tls"))]
use super::watch::LAST_CALL;
use super::{Answering, ConnectionLimits};
use crate::request::Peer;

/// What is said to a peer that is too slow (RFC 9110, section 15.5.9), in the way in which hyper refuses a head: without a
/// body.
const REQUEST_TIMEOUT: &[u8] =
    b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/// The least size to which the buffer of a connection may grow, in bytes. It bounds what a head can cost that does not end;
/// a smaller one would read large bodies in smaller pieces.
const LEAST_BUFFER: usize = 64 * 1024;

/// What holds for a connection.
#[derive(Clone)]
pub struct Terms<A> {
    pub answering: A,
    pub limits: ConnectionLimits,
    /// Says that no further request is wanted, and when those under way are cut off.
    pub ended: watch::Receiver<Option<Instant>>,
    /// What was cut off.
    pub cut: Arc<Cut>,
    /// What encrypts it.
    #[cfg(feature = "tls")]
    pub tls: Option<super::Tls>,
}

/// How much was cut off at the end of the grace period.
#[derive(Debug, Default)]
pub struct Cut {
    requests: AtomicU32,
    answers: AtomicU32,
}

impl Cut {
    /// Counts what this connection has not finished.
    pub fn count(&self, pulse: &Pulse) {
        self.requests.fetch_add(pulse.unanswered(), Relaxed);
        self.answers.fetch_add(pulse.unfinished(), Relaxed);
    }

    /// Counts connections that were not heard of: each is in the middle of a request that holds up its thread.
    pub fn count_unheard(&self, connections: usize) {
        let connections = u32::try_from(connections).unwrap_or(u32::MAX);
        self.requests.fetch_add(connections, Relaxed);
    }

    /// The requests that had no answer.
    pub fn requests(&self) -> u32 {
        self.requests.load(Relaxed)
    }

    /// The answers that were not sent to their end: streams, and what the peer did not take.
    pub fn answers(&self) -> u32 {
        self.answers.load(Relaxed)
    }
}

#[cfg(any(feature = "http2", feature = "tls"))]
impl<A> Terms<A> {
    /// Something that the peer does before its first request, and has the time of a head for; once no further request is
    /// wanted, little more.
    pub async fn in_time<T>(&self, first: impl Future<Output = io::Result<T>>) -> io::Result<T> {
        let mut ended = self.ended.clone();
        let end = async move {
            let _ = ended.wait_for(Option::is_some).await;
            sleep(LAST_CALL).await;
        };
        tokio::select! {
            done = timeout(self.limits.head_timeout, first) => done?,
            () = end => Err(io::ErrorKind::TimedOut.into()),
        }
    }
}

/// What the peer speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// HTTP/1.1 or 1.0.
    Http1,
    /// HTTP/2, by agreement.
    #[cfg(feature = "http2")]
    Http2,
    /// Its first bytes show it.
    #[cfg(feature = "http2")]
    Either,
}

/// Serves one connection. It is the future of HTTP/1.1 itself, without one around it that each request would pass through.
#[cfg(not(feature = "http2"))]
pub fn serve<A: Answering>(
    stream: Stream,
    _: Protocol,
    peer: Peer,
    terms: Terms<A>,
    place: OwnedSemaphorePermit,
) -> impl Future<Output = ()> + Send {
    let pulse = Arc::new(Pulse::default());
    http1(Socket::new(stream, pulse.clone(), place), pulse, peer, terms)
}

/// Serves one connection.
#[cfg(feature = "http2")]
pub async fn serve<A: Answering>(
    stream: Stream,
    protocol: Protocol,
    peer: Peer,
    terms: Terms<A>,
    place: OwnedSemaphorePermit,
) {
    let pulse = Arc::new(Pulse::default());
    let socket = Socket::new(stream, pulse.clone(), place);
    let (socket, protocol) = match super::http2::detect(socket, protocol, peer, &terms).await {
        Ok(known) => known,
        Err(error) => return tracing::debug!(%error, "a connection ended early"),
    };
    match protocol {
        Protocol::Http2 => super::http2::serve(socket, pulse, peer, terms).await,
        Protocol::Http1 | Protocol::Either => http1(socket, pulse, peer, terms).await,
    }
}

fn http1<A: Answering>(
    socket: Socket,
    pulse: Arc<Pulse>,
    peer: Peer,
    terms: Terms<A>,
) -> impl Future<Output = ()> + Send {
    let mut http = http1::Builder::new();
    // Head and body are copied into one piece, which costs less than a vectored write, and no buffer is taken while a
    // handler waits. `pipeline_flush` would do the first too, but holds back an answer for as long as a byte of the next
    // request is there: until the rest of it comes, or for ever when it is no HTTP.
    http.writev(false)
        .half_close(true)
        .max_header_size(terms.limits.head_size)
        .max_buf_size(terms.limits.head_size.max(LEAST_BUFFER));
    let requests = Requests::new(terms.answering, peer, pulse.clone());
    let connection = http.serve_connection(socket, requests);
    #[cfg(feature = "websocket")]
    let connection = connection.with_upgrades();
    let (answering, patience) = (terms.answering, terms.limits.write_timeout);
    drive(connection, pulse, terms, move |connection, end| {
        // It is taken apart before there is a future, which would keep a place for all of it.
        let is_late = matches!(end, End::Cut(Waiting::Head(_)));
        let socket = is_late.then(|| unanswered(connection)).flatten();
        async move {
            if is_late && socket.is_none() {
                return;
            }
            end.tell(answering, peer);
            if let Some(socket) = socket {
                // The peer may be gone, or take nothing: then it will not hear it.
                let _ = timeout(patience, say(REQUEST_TIMEOUT, socket)).await;
            }
        }
    })
}

/// The socket of a connection, where a part of a head has come.
fn unanswered<A: Answering>(connection: Http1<A>) -> Option<Socket> {
    #[cfg(feature = "websocket")]
    let parts = connection.into_parts()?;
    #[cfg(not(feature = "websocket"))]
    let parts = connection.into_parts();
    (!parts.read_buf.is_empty()).then_some(parts.io)
}

async fn say(mut words: &[u8], mut socket: Socket) -> io::Result<()> {
    while !words.is_empty() {
        let written = poll_fn(|cx| Pin::new(&mut socket).poll_write(cx, words)).await?;
        words = &words[written..];
    }
    poll_fn(|cx| Pin::new(&mut socket).poll_shutdown(cx)).await
}

#[cfg(not(feature = "websocket"))]
type Http1<A> = http1::Connection<Socket, Requests<A>>;
#[cfg(feature = "websocket")]
type Http1<A> = http1::UpgradeableConnection<Socket, Requests<A>>;

impl<A: Answering> Driven for Http1<A> {
    const SHARED: bool = false;

    fn end(self: Pin<&mut Self>) {
        self.graceful_shutdown();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::convert::Infallible;
    use std::fmt::Display;
    use std::future::{Ready, ready};

    use hyper::body::Incoming;
    use tokio::net::UnixStream;
    use tokio::sync::Semaphore;

    use super::*;
    use crate::response::Response;
    use crate::server::Refusal;

    #[derive(Clone, Copy)]
    struct Anybody;

    impl Answering for Anybody {
        type Answer = Ready<Result<Response, Infallible>>;

        fn answer(self, _: http::Request<Incoming>, _: Peer) -> Self::Answer {
            ready(Ok(Response::default()))
        }

        fn refused(self, _: Refusal, _: Peer, _: &dyn Display) {}
    }

    #[tokio::test]
    async fn a_connection_is_held_once() {
        let (stream, _other) = UnixStream::pair().unwrap_or_else(|error| panic!("{error}"));
        let place = Arc::new(Semaphore::new(1)).try_acquire_owned();
        let place = place.unwrap_or_else(|error| panic!("{error}"));
        let terms = Terms {
            answering: Anybody,
            limits: ConnectionLimits::new(),
            ended: watch::channel(None).1,
            cut: Arc::default(),
            #[cfg(feature = "tls")]
            tls: None,
        };
        let pulse = Arc::new(Pulse::default());
        let socket = Socket::new(Stream::Unix(stream), pulse.clone(), place);
        let held = size_of_val(&http1(socket, pulse, Peer::default(), terms));
        let once = size_of::<Http1<Anybody>>();
        // The watch, and the last words to one that is cut.
        let besides = 1536;
        assert!(held < once + besides, "{held} bytes for one of {once}");
    }
}
