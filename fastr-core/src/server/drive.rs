//! A connection from its first poll to its end.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep};

use super::connection::Terms;
use super::pulse::{Pulse, Waiting};
use super::watch::{Verdict, Watch};
use super::{Answering, FOR_EVER, Refusal};
use crate::request::Peer;

/// A connection of hyper's.
pub trait Driven: Future<Output = hyper::Result<()>> + Unpin {
    /// Whether it carries many requests at once.
    const SHARED: bool;

    /// Ends it after the requests that are under way.
    fn end(self: Pin<&mut Self>);
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
    // An `async fn` would hold what it is given twice.
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
