//! What a connection is doing, as its three parts see it: the socket, the service, and the task that watches over both.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

/// Counters that only one thread writes. They are atomic because a task could be moved, and not because one is.
#[derive(Debug, Default)]
pub struct Pulse {
    /// Bytes of the peer are waited for.
    reading: AtomicBool,
    /// The peer is waited for to take bytes.
    writing: AtomicBool,
    /// How often bytes came.
    reads: AtomicU32,
    /// How often bytes went.
    writes: AtomicU32,
    /// How many requests were begun.
    requests: AtomicU32,
    /// How many of them are not answered yet.
    open: AtomicU32,
    /// What `reads` was when a request began or was answered: what came since belongs to another one.
    reads_before: AtomicU32,
    /// The last request had a body, of which something may still be on its way.
    has_body: AtomicBool,
    /// No further request is wanted on this connection.
    is_last: AtomicBool,
}

/// What a connection waits for, and what would show that it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// A request whose first bytes are there, or the first request of all.
    Head(u32),
    /// A further request, of which nothing is there.
    Request(u32),
    /// The rest of a body.
    Body(u32),
    /// The peer, to take what is sent.
    Peer(u32),
    /// Nothing of the peer's.
    Nothing,
}

impl Pulse {
    pub fn read(&self, is_ready: bool) {
        self.reading.store(!is_ready, Relaxed);
        if is_ready {
            count(&self.reads);
        }
    }

    pub fn wrote(&self, is_ready: bool) {
        self.writing.store(!is_ready, Relaxed);
        if is_ready {
            count(&self.writes);
        }
    }

    pub fn begin(&self, has_body: bool) {
        count(&self.requests);
        count(&self.open);
        self.has_body.store(has_body, Relaxed);
        self.another();
    }

    pub fn end(&self) {
        self.open.store(self.open.load(Relaxed).wrapping_sub(1), Relaxed);
        self.another();
    }

    fn another(&self) {
        self.reads_before.store(self.reads.load(Relaxed), Relaxed);
    }

    pub fn has_body(&self) -> bool {
        self.has_body.load(Relaxed)
    }

    pub fn is_last(&self) -> bool {
        self.is_last.load(Relaxed)
    }

    pub fn make_last(&self) {
        self.is_last.store(true, Relaxed);
    }

    /// Whether nothing is under way: no request, and no byte of one.
    pub fn is_idle(&self) -> bool {
        self.reading.load(Relaxed)
            && !self.writing.load(Relaxed)
            && self.open.load(Relaxed) == 0
            && self.reads.load(Relaxed) == self.reads_before.load(Relaxed)
    }

    /// What is waited for. A connection that carries many requests at once (`shared`) always waits for bytes.
    pub fn waiting(&self, shared: bool) -> Waiting {
        let requests = self.requests.load(Relaxed);
        let reads = self.reads.load(Relaxed);
        let is_open = self.open.load(Relaxed) > 0;
        if self.writing.load(Relaxed) {
            Waiting::Peer(self.writes.load(Relaxed))
        } else if !self.reading.load(Relaxed) || (is_open && shared) {
            Waiting::Nothing
        } else if is_open {
            Waiting::Body(reads)
        } else if requests == 0 || (!shared && reads != self.reads_before.load(Relaxed)) {
            Waiting::Head(requests)
        } else {
            Waiting::Request(requests)
        }
    }
}

fn count(counter: &AtomicU32) {
    counter.store(counter.load(Relaxed).wrapping_add(1), Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_waits_for_one_thing_after_the_other() {
        let pulse = Pulse::default();
        pulse.read(false);
        assert_eq!(pulse.waiting(false), Waiting::Head(0), "nothing has come");
        pulse.read(true);
        pulse.read(false);
        assert_eq!(pulse.waiting(false), Waiting::Head(0), "a part of the head");
        pulse.read(true);
        pulse.begin(true);
        assert_eq!(pulse.waiting(false), Waiting::Nothing, "the handler runs");
        pulse.read(false);
        assert_eq!(pulse.waiting(false), Waiting::Body(2), "it wants the body");
        pulse.read(true);
        assert_eq!(pulse.waiting(false), Waiting::Nothing, "it has the body");
        pulse.end();
        pulse.wrote(false);
        assert_eq!(pulse.waiting(false), Waiting::Peer(0), "the peer takes nothing");
        pulse.wrote(true);
        assert_eq!(pulse.waiting(false), Waiting::Nothing, "the answer is made");
        pulse.read(false);
        assert_eq!(
            pulse.waiting(false),
            Waiting::Request(1),
            "nothing of the next one"
        );
        pulse.read(true);
        pulse.read(false);
        assert_eq!(pulse.waiting(false), Waiting::Head(1), "a part of the next one");
    }

    #[test]
    fn a_shared_connection_is_idle_only_without_requests() {
        let pulse = Pulse::default();
        pulse.read(false);
        assert_eq!(pulse.waiting(true), Waiting::Head(0));
        pulse.begin(false);
        pulse.read(true);
        pulse.read(false);
        assert_eq!(pulse.waiting(true), Waiting::Nothing);
        pulse.end();
        pulse.read(true);
        pulse.read(false);
        assert_eq!(pulse.waiting(true), Waiting::Request(1));
    }
}
