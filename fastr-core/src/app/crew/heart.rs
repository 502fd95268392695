//! Whether a thread goes on, seen from outside.
//!
//! tokio counts how often each of its threads begins and ends to wait, and how long it was busy between. So a thread does nothing for being
//! looked at, and one that has nothing to do is not woken for it.

use std::time::{Duration, Instant};

use tokio::runtime::Handle;

/// A thread of a runtime, and since when it has been at one and the same thing.
pub struct Heart {
    runtime: Handle,
    index: usize,
    beats: (u64, Duration),
    since: Instant,
}

impl Heart {
    /// Those of all threads of a runtime.
    pub fn all(runtime: &Handle) -> Vec<Self> {
        let heart = |index| Self {
            runtime: runtime.clone(),
            index,
            beats: (0, Duration::ZERO),
            since: Instant::now(),
        };
        (0..runtime.metrics().num_workers()).map(heart).collect()
    }

    /// How long the thread has been held up: not at all when it waits for something to do, or has gone on since the last look.
    pub fn held_up(&mut self, now: Instant) -> Duration {
        let metrics = self.runtime.metrics();
        let waits = metrics.worker_park_unpark_count(self.index);
        let beats = (waits, metrics.worker_total_busy_duration(self.index));
        let is_waiting = waits % 2 == 1;
        if is_waiting || beats != self.beats {
            self.beats = beats;
            self.since = now;
        }
        now.duration_since(self.since)
    }

    /// Forgets what was seen.
    pub fn forget(&mut self, now: Instant) {
        self.since = now;
    }

    /// Wakes another thread of the same runtime, if there is one that waits. One thread at a time looks for what comes from the network, and
    /// the one that was held up may be that one: whoever is woken looks in its place as soon as it waits again.
    pub fn wake_another(&self) {
        let metrics = self.runtime.metrics();
        // Where something waits to be done, nobody is left who could be woken.
        if metrics.num_workers() > 1 && metrics.global_queue_depth() == 0 {
            self.runtime.spawn(async {});
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    /// Looks until the thread has been held up for so long, or goes on.
    fn wait_until(heart: &mut Heart, is_held_up: bool) {
        let began = Instant::now();
        let long = Duration::from_millis(30);
        while (heart.held_up(Instant::now()) >= long) != is_held_up {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "is_held_up: {is_held_up}"
            );
            thread::park_timeout(Duration::from_millis(1));
        }
    }

    /// A runtime on a thread of its own, which is asked to end by the sender.
    fn alone() -> (Handle, tokio::sync::oneshot::Sender<()>) {
        let (end, ended) = tokio::sync::oneshot::channel::<()>();
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.unwrap_or_else(|error| panic!("{error}"));
            let _ = tell.send(runtime.handle().clone());
            let _ = runtime.block_on(ended);
        });
        let handle = told.recv().unwrap_or_else(|error| panic!("{error}"));
        (handle, end)
    }

    #[test]
    fn a_thread_that_is_held_up_is_told_from_one_that_waits() {
        let (handle, _end) = alone();
        let mut hearts = Heart::all(&handle);
        assert_eq!(hearts.len(), 1);
        let heart = &mut hearts[0];
        wait_until(heart, false);
        let (go_on, may_go_on) = mpsc::channel::<()>();
        handle.spawn(async move {
            let _ = may_go_on.recv();
        });
        wait_until(heart, true);
        heart.forget(Instant::now());
        assert!(heart.held_up(Instant::now()) < Duration::from_millis(30));
        wait_until(heart, true);
        drop(go_on);
        wait_until(heart, false);
    }

    #[test]
    fn a_thread_that_has_much_to_do_is_not_held_up() {
        let (handle, _end) = alone();
        let heart = &mut Heart::all(&handle)[0];
        handle.spawn(async {
            loop {
                tokio::task::yield_now().await;
            }
        });
        let began = Instant::now();
        while began.elapsed() < Duration::from_millis(700) {
            let time = heart.held_up(Instant::now());
            assert!(time < Duration::from_millis(500), "{time:?}");
            thread::park_timeout(Duration::from_millis(10));
        }
    }

    #[test]
    fn a_thread_of_many_is_told_from_the_others() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("{error}"));
        let mut hearts = Heart::all(runtime.handle());
        let (go_on, may_go_on) = mpsc::channel::<()>();
        runtime.spawn(async move {
            let _ = may_go_on.recv();
        });
        let long = Duration::from_millis(30);
        let began = Instant::now();
        let mut held_up = [Duration::ZERO; 2];
        while held_up.iter().max() < Some(&long) {
            assert!(began.elapsed() < Duration::from_secs(20));
            held_up = [0, 1].map(|index: usize| hearts[index].held_up(Instant::now()));
            thread::park_timeout(Duration::from_millis(1));
        }
        assert!(held_up.iter().min() < Some(&long), "{held_up:?}");
        drop(go_on);
        for heart in &mut hearts {
            wait_until(heart, false);
        }
    }
}
