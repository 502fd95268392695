//! What a connection is doing, as its three parts see it: the socket, the service, and the task that watches over both.

#[cfg(feature = "http2")]
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

/// Counters that only the task of the connection writes, but for `streams`. They are atomic because the task can be moved from one thread
/// to another, and not because two write at once.
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
    /// A request was begun, and nothing was sent since.
    is_asked: AtomicBool,
    /// How many requests are not answered to the last byte, where many share the connection. Each has a task of its own.
    streams: AtomicU32,
    /// How many of these wait for the peer to take more of their answers.
    full_streams: AtomicU32,
    /// How often something of their answers was handed over.
    handed_over: AtomicU32,
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

    /// Bytes went, or would not go; those of an interim response leave the question open.
    pub fn wrote(&self, is_ready: bool, is_interim: bool) {
        self.writing.store(!is_ready, Relaxed);
        if is_ready {
            count(&self.writes);
            if !is_interim {
                self.is_asked.store(false, Relaxed);
                self.another();
            }
        }
    }

    pub fn begin(&self, has_body: bool) {
        count(&self.requests);
        self.is_asked.store(true, Relaxed);
        self.has_body.store(has_body, Relaxed);
        self.another();
    }

    /// A request that shares the connection with others, until what is given back is dropped.
    #[cfg(feature = "http2")]
    pub fn stream(self: &Arc<Self>) -> Open {
        self.streams.fetch_add(1, Relaxed);
        Open {
            of: self.clone(),
            is_full: false,
        }
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

    fn is_open(&self) -> bool {
        self.is_asked.load(Relaxed) || self.streams.load(Relaxed) > 0
    }

    /// Whether nothing is under way: no request, and no byte of one.
    pub fn is_idle(&self) -> bool {
        self.reading.load(Relaxed)
            && !self.writing.load(Relaxed)
            && !self.is_open()
            && self.reads.load(Relaxed) == self.reads_before.load(Relaxed)
    }

    /// How many requests have no answer; of those that share a connection, no answer that was sent to its end.
    pub fn unanswered(&self) -> u32 {
        self.streams.load(Relaxed).max(self.is_asked.load(Relaxed).into())
    }

    /// How many answers are not sent to their end, where a connection has one at a time: then nobody reads the next request.
    pub fn unfinished(&self) -> u32 {
        let is_sending = self.writing.load(Relaxed) || !self.reading.load(Relaxed);
        u32::from(is_sending && !self.is_open())
    }

    /// Whether all requests that share the connection wait for the peer to take their answers. Where one does not, the peer waits for it.
    fn is_full(&self) -> bool {
        let streams = self.streams.load(Relaxed);
        streams > 0 && self.full_streams.load(Relaxed) == streams
    }

    /// What is waited for. A connection that carries many requests at once (`shared`) always waits for bytes.
    pub fn waiting(&self, shared: bool) -> Waiting {
        let requests = self.requests.load(Relaxed);
        let reads = self.reads.load(Relaxed);
        let is_open = self.is_open();
        if self.writing.load(Relaxed) {
            Waiting::Peer(self.writes.load(Relaxed))
        } else if self.is_full() {
            Waiting::Peer(self.handed_over.load(Relaxed))
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

/// A request that shares its connection and is not done.
#[cfg(feature = "http2")]
pub struct Open {
    of: Arc<Pulse>,
    is_full: bool,
}

#[cfg(feature = "http2")]
impl Open {
    /// The peer has to make room for more of the answer.
    pub fn wait_for_peer(&mut self) {
        if !std::mem::replace(&mut self.is_full, true) {
            self.of.full_streams.fetch_add(1, Relaxed);
        }
    }

    fn go_on(&mut self) {
        if std::mem::take(&mut self.is_full) {
            self.of.full_streams.fetch_sub(1, Relaxed);
        }
    }

    /// The peer has room: something was handed over, or there was nothing.
    pub fn hand_over(&mut self, something: bool) {
        self.go_on();
        if something {
            self.of.handed_over.fetch_add(1, Relaxed);
            self.wait_for_peer();
        }
    }
}

#[cfg(feature = "http2")]
impl Drop for Open {
    fn drop(&mut self) {
        self.go_on();
        self.of.streams.fetch_sub(1, Relaxed);
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
        pulse.wrote(true, true);
        assert_eq!(pulse.waiting(false), Waiting::Body(2), "it was told to go on");
        pulse.read(true);
        assert_eq!(pulse.waiting(false), Waiting::Nothing, "the handler has the body");
        pulse.wrote(false, false);
        assert_eq!(pulse.waiting(false), Waiting::Peer(1), "the peer takes nothing");
        pulse.wrote(true, false);
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

    #[cfg(feature = "http2")]
    #[test]
    fn a_shared_connection_is_idle_only_without_requests() {
        let pulse = Arc::new(Pulse::default());
        pulse.read(false);
        assert_eq!(pulse.waiting(true), Waiting::Head(0));
        pulse.begin(false);
        let open = pulse.stream();
        for _ in 0..2 {
            pulse.wrote(true, false);
            pulse.read(true);
            pulse.read(false);
            assert_eq!(pulse.waiting(true), Waiting::Nothing);
        }
        drop(open);
        assert_eq!(pulse.waiting(true), Waiting::Request(1));
    }

    #[cfg(feature = "http2")]
    #[test]
    fn a_shared_connection_waits_for_its_peer_when_all_of_its_answers_do() {
        let pulse = Arc::new(Pulse::default());
        pulse.read(false);
        let (mut one, mut other) = (pulse.stream(), pulse.stream());
        one.wait_for_peer();
        assert_eq!(pulse.waiting(true), Waiting::Nothing, "the other is not answered");
        other.wait_for_peer();
        assert_eq!(pulse.waiting(true), Waiting::Peer(0));
        one.hand_over(true);
        assert_eq!(pulse.waiting(true), Waiting::Peer(1), "it goes on");
        one.hand_over(false);
        assert_eq!(pulse.waiting(true), Waiting::Nothing, "the answer is made");
        drop(one);
        assert_eq!(pulse.waiting(true), Waiting::Peer(1));
        drop(other);
        assert!(!matches!(pulse.waiting(true), Waiting::Peer(_)));
    }
}
