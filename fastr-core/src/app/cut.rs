//! What is cut off at the end of the grace period, and the line in the log that says how much it was.

use tokio::time::timeout_at;

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
}
