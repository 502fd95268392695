//! One connection, from its first byte to its last.

use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::rt::Write;
use hyper::server::conn::http1;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::{Instant, Sleep, sleep, timeout};

use super::pulse::{Pulse, Waiting};
use super::service::Requests;
use super::socket::Socket;
use super::stream::Stream;
use super::{Answering, ConnectionLimits, FOR_EVER, Refusal};
use crate::request::Peer;

/// How long an idle connection stays open once no further request is wanted: one that was on its way is still answered.
const LAST_CALL: Duration = Duration::from_millis(250);

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
    fn count(&self, pulse: &Pulse) {
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
        let late = matches!(end, End::Cut(Waiting::Head(_))).then(|| unanswered(connection));
        async move {
            match late {
                None => end.tell(answering, peer),
                Some(None) => {}
                Some(Some(socket)) => {
                    end.tell(answering, peer);
                    // The peer may be gone, or take nothing: then it will not hear it.
                    let _ = timeout(patience, say(REQUEST_TIMEOUT, socket)).await;
                }
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

/// A connection of hyper's.
pub trait Driven: Future<Output = hyper::Result<()>> + Unpin {
    /// Whether it carries many requests at once.
    const SHARED: bool;

    /// Ends it after the requests that are under way.
    fn end(self: Pin<&mut Self>);
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

/// How a connection came to its end.
pub enum End {
    /// By itself.
    Done,
    /// With this error.
    Broken(hyper::Error),
    /// This took too long.
    Cut(Waiting),
}

impl End {
    /// Tells it, where the peer is to blame.
    pub fn tell<A: Answering>(&self, answering: A, peer: Peer) {
        match self {
            Self::Done => {}
            Self::Broken(error) => {
                if let Some(refusal) = Refusal::of(error) {
                    answering.refused(refusal, peer, error);
                } else {
                    tracing::debug!(%error, "a connection ended early");
                }
            }
            Self::Cut(waiting) => {
                let refusal = match waiting {
                    Waiting::Head(_) => Refusal::SlowHead,
                    Waiting::Body(_) => Refusal::SlowBody,
                    Waiting::Peer(_) => Refusal::SlowReader,
                    Waiting::Request(_) | Waiting::Nothing => return,
                };
                answering.refused(refusal, peer, &TOO_SLOW);
            }
        }
    }
}

/// What is told of those that took too long, in the place of an error.
const TOO_SLOW: &str = "`ConnectionLimits` says how long it may take";

/// Polls a connection to its end, and watches over it meanwhile; then `finish` has the last word. It is the outermost future
/// of a connection, because each around it would be passed through for every request.
pub fn drive<A, C: Driven, F: Future<Output = ()>>(
    mut connection: C,
    pulse: Arc<Pulse>,
    terms: Terms<A>,
    finish: impl FnOnce(C, End) -> F,
) -> impl Future<Output = ()> {
    let Terms {
        limits,
        mut ended,
        cut,
        ..
    } = terms;
    async move {
        let news = ended.clone();
        let mut end = pin!(ended.changed());
        let mut alarm = pin!(sleep(limits.shortest()));
        let mut watch = Watch::new(limits, C::SHARED);
        let mut is_known = false;
        let how = poll_fn(|cx| {
            // The task that polls is always the same, so it is enough to say once whom to wake; whether it was the end or the
            // alarm that woke it costs a look, and not a lock.
            if !is_known {
                is_known = true;
                let _ = (end.as_mut().poll(cx), alarm.as_mut().poll(cx));
            }
            let mut connection = Pin::new(&mut connection);
            if !watch.is_ending && news.has_changed().unwrap_or(true) {
                watch.is_ending = true;
                watch.end = *news.borrow();
                if C::SHARED {
                    connection.as_mut().end();
                } else {
                    pulse.make_last();
                }
                set(alarm.as_mut(), watch.last_call(), cx);
            }
            if alarm.is_elapsed() && watch.is_over() {
                cut.count(&pulse);
                return Poll::Ready(End::Done);
            }
            if alarm.is_elapsed() {
                match watch.look(&pulse) {
                    Verdict::Wait(time) => set(alarm.as_mut(), time, cx),
                    Verdict::End(time) => {
                        connection.as_mut().end();
                        set(alarm.as_mut(), time, cx);
                    }
                    Verdict::Cut(waiting) => return Poll::Ready(End::Cut(waiting)),
                }
            }
            connection
                .poll(cx)
                .map(|served| served.map_or_else(End::Broken, |()| End::Done))
        })
        .await;
        finish(connection, how).await;
    }
}

fn set(mut alarm: Pin<&mut Sleep>, time: Duration, cx: &mut Context<'_>) {
    let now = Instant::now();
    alarm
        .as_mut()
        .reset(now.checked_add(time).unwrap_or(now + FOR_EVER));
    let _ = alarm.poll(cx);
}

/// What is to be done with a connection that was looked at.
enum Verdict {
    /// It is looked at again after this time.
    Wait(Duration),
    /// It ends after the requests that are under way, and is looked at again.
    End(Duration),
    /// It ends at once.
    Cut(Waiting),
}

/// Looks at a connection now and then: no request arms or disarms anything.
struct Watch {
    limits: ConnectionLimits,
    shared: bool,
    /// What it waited for when it was last looked at, and since when that is known.
    seen: Waiting,
    since: Instant,
    is_ending: bool,
    /// When all of it is cut off.
    end: Option<Instant>,
    was_asked: bool,
}

impl Watch {
    fn new(limits: ConnectionLimits, shared: bool) -> Self {
        Self {
            limits,
            shared,
            seen: Waiting::Head(0),
            since: Instant::now(),
            is_ending: false,
            end: None,
            was_asked: false,
        }
    }

    fn look(&mut self, pulse: &Pulse) -> Verdict {
        let waiting = pulse.waiting(self.shared);
        if waiting != self.seen {
            self.seen = waiting;
            self.since = Instant::now();
        }
        if self.is_ending && pulse.is_idle() {
            return self.ask(self.last_call());
        }
        let limits = &self.limits;
        let limit = match waiting {
            Waiting::Head(_) => limits.head_timeout,
            Waiting::Request(_) => limits.keep_alive_timeout,
            Waiting::Body(_) => limits.body_timeout,
            Waiting::Peer(_) => limits.write_timeout,
            Waiting::Nothing => return self.wait(limits.shortest()),
        };
        match (limit.checked_sub(self.since.elapsed()), waiting) {
            (Some(left), _) if !left.is_zero() => self.wait(left),
            (_, Waiting::Request(_)) => self.ask(limits.head_timeout),
            _ => Verdict::Cut(waiting),
        }
    }

    /// Asks the connection to end, and if that was in vain, ends it.
    fn ask(&mut self, time: Duration) -> Verdict {
        if std::mem::replace(&mut self.was_asked, true) {
            return Verdict::Cut(self.seen);
        }
        Verdict::End(time)
    }

    /// Whether the grace is over.
    fn is_over(&self) -> bool {
        self.end.is_some_and(|end| end <= Instant::now())
    }

    /// The time of a last call, or what is left of the grace.
    fn last_call(&self) -> Duration {
        let left = self.end.map(|end| end.saturating_duration_since(Instant::now()));
        left.map_or(LAST_CALL, |left| left.min(LAST_CALL))
    }

    /// Waits, but not so long that another limit could be overlooked meanwhile.
    fn wait(&self, time: Duration) -> Verdict {
        let longest = if self.is_ending {
            self.last_call()
        } else {
            self.limits.shortest()
        };
        Verdict::Wait(time.min(longest))
    }
}
