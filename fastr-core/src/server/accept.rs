//! Accepting connections until the end, and the end itself.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::yield_now;
use tokio::time::{Instant, timeout_at};

use super::connection::{self, Cut, Protocol, Terms};
use super::listen::BACKLOG;
use super::listener::Listener;
use super::stream::Stream;
#[cfg(feature = "tls")]
use super::tls::Tls;
use super::{Answering, ConnectionLimits, FOR_EVER};
use crate::request::Peer;

/// How long to wait after the system refused a connection, for instance because no descriptor was left; twice as long when it
/// refuses the next one too, and so on.
const FIRST_REST: Duration = Duration::from_millis(50);
/// But no longer than this.
const LONGEST_REST: Duration = Duration::from_secs(1);

/// How long handshakes that have begun are waited for once no more of them are wanted.
const LAST_HANDSHAKES: Duration = Duration::from_millis(50);

/// How many connections may be open at the end beyond those that may be open otherwise: what a socket keeps for us, and the one
/// that is accepted already.
const LAST_PLACES: usize = BACKLOG as usize + 1;

/// How long the connections may take to notice that the grace is over.
const LAST_LOOK: Duration = Duration::from_millis(100);

/// What a peer speaks that has agreed on nothing.
#[cfg(feature = "http2")]
const PLAIN: Protocol = Protocol::Either;
#[cfg(not(feature = "http2"))]
const PLAIN: Protocol = Protocol::Http1;

/// Serves connections. Each thread has a copy; all of them share the places for connections.
#[derive(Clone)]
pub struct Server<A> {
    answering: A,
    limits: ConnectionLimits,
    places: Arc<Semaphore>,
    /// Whether somebody else listens there when the program has ended.
    shares_sockets: bool,
    /// Whether it was told that there are none.
    is_full: Arc<AtomicBool>,
    #[cfg(feature = "tls")]
    tls: Option<Tls>,
}

/// How it ended.
pub struct Served {
    /// When the grace is over.
    pub end: Instant,
    /// What was cut off then.
    pub cut: Arc<Cut>,
}

impl<A: Answering> Server<A> {
    pub fn new(answering: A, limits: ConnectionLimits) -> Self {
        Self {
            answering,
            limits,
            // Half of what it can count, so that there is room for the last ones of each thread.
            places: Arc::new(Semaphore::new(limits.max.min(Semaphore::MAX_PERMITS / 2))),
            shares_sockets: false,
            is_full: Arc::default(),
            #[cfg(feature = "tls")]
            tls: None,
        }
    }

    /// The sockets are those of the service manager, who keeps them open for the next program: so nothing is done to them at the end.
    #[must_use]
    pub fn sharing_sockets(mut self, shares: bool) -> Self {
        self.shares_sockets = shares;
        self
    }

    /// Encrypts every connection.
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn with_tls(mut self, tls: Option<Tls>) -> Self {
        self.tls = tls;
        self
    }

    /// Serves connections until `stop` is done; then accepts no more, and gives those that are open `grace` to finish.
    /// Says when the grace is over, for what follows on the connections, and what was cut off then.
    pub async fn serve(self, listener: Listener, stop: impl Future<Output = ()>, grace: Duration) -> Served {
        let (ending, ended) = watch::channel(None);
        let cut = Arc::<Cut>::default();
        let terms = Terms {
            answering: self.answering,
            limits: self.limits,
            ended,
            #[cfg(feature = "tls")]
            tls: self.tls.clone(),
            cut: cut.clone(),
        };
        let mut waiting = None;
        tokio::select! {
            () = self.accept_all(&listener, &terms, &mut waiting) => {}
            () = stop => {}
        }
        // Whoever comes now is not answered by the kernel, and asks again after a moment: then it finds another program that
        // listens here, or none. Whoever has come before is served, and no other program will ever see it: so there is a
        // place for all of them, beyond those that may be open.
        self.places.add_permits(LAST_PLACES);
        if let Some((stream, peer)) = waiting.take()
            && let Ok(place) = self.place().await
        {
            start(stream, peer, terms.clone(), place, is_alone());
        }
        if !self.shares_sockets && listener.refuse_handshakes() {
            let end = Instant::now() + LAST_HANDSHAKES;
            let _ = timeout_at(end, self.accept_all(&listener, &terms, &mut waiting)).await;
        }
        drop((listener, terms));
        let now = Instant::now();
        let end = now.checked_add(grace).unwrap_or(now + FOR_EVER);
        // Every connection holds a receiver, and the last one to go ends the wait. At the end of the grace each goes by itself,
        // unless something blocks this thread.
        if ending.send(Some(end)).is_ok() {
            let last = end.checked_add(LAST_LOOK).unwrap_or(end);
            if timeout_at(last, ending.closed()).await.is_err() {
                // Each connection has a copy.
                cut.count_unheard(Arc::strong_count(&cut) - 1);
            }
        }
        Served { end, cut }
    }

    /// Whoever is accepted and has no place yet is kept in `waiting`, and stays there when this is dropped.
    async fn accept_all(&self, listener: &Listener, terms: &Terms<A>, waiting: &mut Option<(Stream, Peer)>) {
        let mut rest = FIRST_REST;
        let is_alone = is_alone();
        loop {
            match listener.accept().await {
                Ok(accepted) => {
                    rest = FIRST_REST;
                    *waiting = Some(accepted);
                    // The place is looked for once there is somebody for it: a thread that kept one in advance would keep
                    // it from the others.
                    let Ok(place) = self.place().await else {
                        return;
                    };
                    if let Some((stream, peer)) = waiting.take() {
                        start(stream, peer, terms.clone(), place, is_alone);
                    }
                    if is_alone {
                        // It comes first. If it holds up the thread, those who were not yet accepted are still there for another one.
                        yield_now().await;
                    }
                }
                Err(error) if is_of_its_client(&error) => {}
                Err(error) => {
                    tracing::error!(%error, ?rest, "a connection could not be accepted; the next one is accepted after a rest");
                    tokio::time::sleep(rest).await;
                    rest = (rest * 2).min(LONGEST_REST);
                }
            }
        }
    }

    /// A place among the open connections.
    async fn place(&self) -> Result<OwnedSemaphorePermit, AcquireError> {
        if let Ok(place) = self.places.clone().try_acquire_owned() {
            if self.is_full.load(Relaxed) && self.places.available_permits() > self.limits.max / 10 {
                self.is_full.store(false, Relaxed);
            }
            return Ok(place);
        }
        // It is said once, and not for every connection of a crowd.
        if !self.is_full.swap(true, Relaxed) {
            tracing::warn!(
                "{} connections are open, and no more are served until one is closed; `ConnectionLimits::max` says how many",
                self.limits.max
            );
        }
        self.places.clone().acquire_owned().await
    }
}

/// Whether the runtime has no other thread.
fn is_alone() -> bool {
    Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread
}

fn start<A: Answering>(
    stream: Stream,
    peer: Peer,
    terms: Terms<A>,
    place: OwnedSemaphorePermit,
    is_alone: bool,
) {
    #[cfg(feature = "tls")]
    if let Some(tls) = terms.tls.clone() {
        return spawn(tls.serve(stream, peer, terms, place), is_alone);
    }
    spawn(connection::serve(stream, PLAIN, peer, terms, place), is_alone);
}

/// Has this done, by the only thread of the runtime or by one of many.
fn spawn(work: impl Future<Output = ()> + Send + 'static, is_alone: bool) {
    if is_alone {
        tokio::spawn(work);
    } else {
        // What a thread of many begins itself takes the place of what it would have done next, which others can then take over. If it came
        // from here and held up the thread, that would wait as well.
        tokio::spawn(async { drop(tokio::spawn(work)) });
    }
}

/// A connection that broke before it was accepted is its client's affair; anything else will not be better at once.
fn is_of_its_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    )
}
