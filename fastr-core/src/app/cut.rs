//! What is cut off at the end of the grace period, and the line in the log that says how much it was.

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use super::Service;
use crate::server::Served;

/// How much was not done in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CutOff {
    requests: u32,
    answers: u32,
    websockets: usize,
    tasks: usize,
}

impl CutOff {
    /// Waits for what goes on when the connections are closed, and says what is left when the grace is over.
    pub async fn after(served: &Served, service: Service) -> Self {
        let mut cut = Self {
            requests: served.cut.requests(),
            answers: served.cut.answers(),
            ..Self::default()
        };
        if timeout_at(served.end, service.rest()).await.is_err() {
            #[cfg(feature = "websocket")]
            {
                cut.websockets = service.sockets().open();
            }
            cut.tasks = service.unfinished().count();
        }
        cut
    }

    /// The same with what another thread has cut off. Each has its connections; the rest belongs to all of them.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            requests: self.requests + other.requests,
            answers: self.answers + other.answers,
            websockets: self.websockets.max(other.websockets),
            tasks: self.tasks.max(other.tasks),
        }
    }

    /// Tells it, if there is anything to tell.
    pub fn tell(self) {
        if self == Self::default() {
            return;
        }
        let Self {
            requests,
            answers,
            websockets,
            tasks,
        } = self;
        tracing::warn!(
            requests,
            answers,
            websockets,
            tasks,
            "cut off at the end of the grace period: requests without an answer, answers that were being sent, WebSockets and background tasks; `App::shutdown_grace` says how long they have"
        );
    }
}

/// How long a worker may take to end when the grace is over. One that is held up by an operation does not.
const LAST_WORD: Duration = Duration::from_secs(1);

/// What all workers have cut off, once each of them has ended, or should have.
pub async fn all(workers: Vec<oneshot::Receiver<CutOff>>, grace: Duration) -> CutOff {
    let now = Instant::now();
    let end = now.checked_add(grace.saturating_add(LAST_WORD));
    let end = end.unwrap_or(now + Duration::from_hours(24 * 365));
    let mut cut = CutOff::default();
    for worker in workers {
        match timeout_at(end, worker).await {
            Ok(Ok(of_worker)) => cut = cut.and(of_worker),
            Ok(Err(_)) => tracing::error!("a worker thread panicked"),
            Err(_) => tracing::error!(
                "a worker thread is cut off with all that it had: an operation holds it up and never waits; mark an operation that blocks `blocking`"
            ),
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_threads_share_is_counted_once() {
        let one = CutOff {
            requests: 1,
            answers: 2,
            websockets: 3,
            tasks: 4,
        };
        let both = CutOff {
            requests: 2,
            answers: 4,
            ..one
        };
        assert_eq!(one.and(one), both);
    }
    #[tokio::test]
    async fn a_worker_that_does_not_end_is_not_waited_for() {
        let cut = CutOff {
            requests: 1,
            ..CutOff::default()
        };
        let (end, ended) = oneshot::channel();
        let (_never, stuck) = oneshot::channel();
        let (panicked, broken) = oneshot::channel();
        drop(panicked);
        assert_eq!(end.send(cut), Ok(()));
        let began = Instant::now();
        let grace = Duration::from_millis(10);
        assert_eq!(all(vec![stuck, broken, ended], grace).await, cut);
        assert!(began.elapsed() >= grace + LAST_WORD);
    }
}
