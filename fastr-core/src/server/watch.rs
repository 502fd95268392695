//! How long a connection has waited, and for what: looked at now and then, so that no request arms or disarms anything.

use std::time::Duration;

use tokio::time::Instant;

use super::ConnectionLimits;
use super::pulse::{Pulse, Waiting};

/// How long an idle connection stays open once no further request is wanted: one that was on its way is still answered.
pub const LAST_CALL: Duration = Duration::from_millis(250);

/// What is to be done with a connection that was looked at.
pub enum Verdict {
    /// It is looked at again after this time.
    Wait(Duration),
    /// It ends after the requests that are under way, and is looked at again.
    End(Duration),
    /// It ends at once.
    Cut(Waiting),
}

/// Looks at a connection now and then: no request arms or disarms anything.
pub struct Watch {
    limits: ConnectionLimits,
    shared: bool,
    /// What it waited for when it was last looked at, and since when that is known.
    seen: Waiting,
    since: Instant,
    /// Whether no further request is wanted.
    pub is_ending: bool,
    /// When all of it is cut off.
    pub end: Option<Instant>,
    was_asked: bool,
}

impl Watch {
    pub fn new(limits: ConnectionLimits, shared: bool) -> Self {
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

    /// What is to be done now.
    pub fn look(&mut self, pulse: &Pulse) -> Verdict {
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
    pub fn is_over(&self) -> bool {
        self.end.is_some_and(|end| end <= Instant::now())
    }

    /// The time of a last call, or what is left of the grace.
    pub fn last_call(&self) -> Duration {
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
