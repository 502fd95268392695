//! A socket, and the threads that take what comes there.

use std::io;
use std::time::Instant;

use super::heart::Heart;
use super::{LONG, LOOK};
use crate::error::StartupError;
use crate::server::Bound;

pub struct Post {
    /// Kept for those who stand in, until the end begins.
    socket: Option<Bound>,
    pub hearts: Vec<Heart>,
    is_told: bool,
}

impl Post {
    /// Nobody is there yet.
    pub fn new(socket: Bound) -> Self {
        Self {
            socket: Some(socket),
            hearts: Vec::new(),
            is_told: false,
        }
    }

    /// The socket for another thread, as long as it is open.
    pub fn shared_socket(&self) -> Option<io::Result<Bound>> {
        self.socket.as_ref().map(Bound::try_clone)
    }

    /// Nobody stands in here any more.
    pub fn close(&mut self) {
        self.socket = None;
    }

    /// Looks at the threads: whether all of them are held up. Where only some are, the others are woken.
    pub fn is_held_up(&mut self, now: Instant) -> bool {
        let mut shortest = LONG;
        for heart in &mut self.hearts {
            let time = heart.held_up(now);
            shortest = shortest.min(time);
            if time >= LOOK {
                heart.wake_another();
            }
        }
        let is_held_up = shortest >= LONG;
        self.is_told &= is_held_up;
        is_held_up && self.socket.is_some()
    }

    /// Forgets since when the threads are held up.
    pub fn forget(&mut self, now: Instant) {
        for heart in &mut self.hearts {
            heart.forget(now);
        }
    }

    /// Whether this is the first time that something is to be told of this while it is held up.
    fn is_news(&mut self) -> bool {
        !std::mem::replace(&mut self.is_told, true)
    }

    /// Tells once that nobody could be found who stands in.
    pub fn tell_failed(&mut self, worker: usize, error: &StartupError) {
        if self.is_news() {
            tracing::error!(worker, %error, "nobody stands in for a worker that is held up");
        }
    }

    /// Tells once that nobody is left who could stand in.
    pub fn tell_lost(&mut self, worker: usize) {
        if self.is_news() {
            tracing::error!(
                worker,
                "a worker and all who could stand in for it are held up by operations that do not wait: who comes to it waits until one of them goes on; mark an operation that blocks or computes `blocking`"
            );
        }
    }
}
