//! What is told of connections that were refused: a line in the log, though not for each of a flood, and what is counted.

use std::fmt::Display;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use crate::server::Refusal;

/// How often a line is written for one reason at the level INFO, at most. The others are there for who reads DEBUG.
const RARELY: Duration = Duration::from_secs(1);

/// The connections that were refused.
pub struct Refusals {
    began: Instant,
    counts: Vec<Count>,
}

struct Count {
    refusal: Refusal,
    all: AtomicU64,
    /// How many there were at the last line, that one included.
    told: AtomicU64,
    /// Until when there is no further line, in milliseconds since the beginning.
    silent_until: AtomicU64,
}

impl Default for Refusals {
    fn default() -> Self {
        let count = |&refusal| Count {
            refusal,
            all: AtomicU64::new(0),
            told: AtomicU64::new(0),
            silent_until: AtomicU64::new(0),
        };
        Self {
            began: Instant::now(),
            counts: Refusal::ALL.iter().map(count).collect(),
        }
    }
}

impl Refusals {
    /// Counts one, and tells it.
    #[cold]
    pub fn tell(&self, refusal: Refusal, client: Option<SocketAddr>, error: &dyn Display) {
        let Some(count) = self.counts.iter().find(|count| count.refusal == refusal) else {
            return;
        };
        let all = count.all.fetch_add(1, Relaxed) + 1;
        let client = client.map(tracing::field::display);
        let (reason, words) = (refusal.name(), refusal.words());
        if let Some(untold) = count.may_tell(all, self.began.elapsed()) {
            tracing::info!(client, reason, %error, untold, "a connection was refused: {words}");
        } else {
            tracing::debug!(client, reason, %error, "a connection was refused: {words}");
        }
    }

    /// How many there were, by their reasons.
    #[cfg(feature = "metrics")]
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, u64)> {
        self.counts
            .iter()
            .map(|count| (count.refusal.name(), count.all.load(Relaxed)))
    }
}

impl Count {
    /// Whether it is time for another line; if so, how many had none since the last.
    fn may_tell(&self, all: u64, now: Duration) -> Option<u64> {
        let milliseconds = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let silent_until = self.silent_until.load(Relaxed);
        if milliseconds(now) < silent_until {
            return None;
        }
        // Of several that come here at once, one tells.
        let next = milliseconds(now + RARELY);
        let first = self
            .silent_until
            .compare_exchange(silent_until, next, Relaxed, Relaxed);
        first.ok()?;
        let told = self.told.swap(all, Relaxed);
        Some(all.saturating_sub(told).saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_flood_one_in_a_second_is_told_and_the_others_are_counted() {
        let refusals = Refusals::default();
        let count = &refusals.counts[0];
        let at = |all, milliseconds| count.may_tell(all, Duration::from_millis(milliseconds));
        assert_eq!(at(1, 0), Some(0));
        assert_eq!(at(2, 1), None);
        assert_eq!(at(100, 999), None);
        assert_eq!(at(101, 1000), Some(99));
        assert_eq!(at(102, 1999), None);
        assert_eq!(at(103, 60_000), Some(1));
        assert_eq!(at(104, 61_000), Some(0));
    }
}
