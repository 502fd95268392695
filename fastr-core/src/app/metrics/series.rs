//! The counters of one thread for one kind of request.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::route::Method;

/// The upper ends of the durations that are told apart, in microseconds, each as text in seconds.
pub const BUCKETS: [(u64, &str); 10] = [
    (500, "0.0005"),
    (1_000, "0.001"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (50_000, "0.05"),
    (100_000, "0.1"),
    (500_000, "0.5"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (10_000_000, "10"),
];

/// A kind of request, as quick to compare as numbers are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Counted {
    /// Who counts it: a program may have several applications.
    pub of: usize,
    /// The operation that was reached; 0 for none.
    pub operation: usize,
    /// The method, if it is one of HTTP's.
    pub method: Option<Method>,
    /// The status.
    pub status: u16,
}

/// What one thread counts of a kind of request. It alone writes here, and has cache lines of its own for it.
#[derive(Default)]
#[repr(align(128))]
pub struct Series {
    /// How many took so long: as long as the bucket says, and longer than the one before says. The last has no end.
    took: [AtomicU64; BUCKETS.len() + 1],
    microseconds: AtomicU64,
}

/// The sum over all threads.
#[derive(Default)]
pub struct Sum {
    /// As in [`Series`].
    pub took: [u64; BUCKETS.len() + 1],
    pub microseconds: u64,
}

thread_local! {
    static MINE: RefCell<HashMap<Counted, Arc<Series>>> = RefCell::default();
}

/// Counts a request in what this thread has for it, or in what is begun for it.
pub fn mine(counted: Counted, begin: impl FnOnce() -> Arc<Series>, took: Duration) {
    MINE.with_borrow_mut(|mine| mine.entry(counted).or_insert_with(begin).add(took));
}

impl Series {
    fn add(&self, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BUCKETS.partition_point(|(end, _)| *end < took);
        if let Some(bucket) = self.took.get(bucket) {
            add(bucket, 1);
        }
        add(&self.microseconds, took);
    }

    /// All that several threads have counted.
    pub fn sum(threads: &[Arc<Self>]) -> Sum {
        let mut sum = Sum::default();
        for series in threads {
            for (all, one) in sum.took.iter_mut().zip(&series.took) {
                *all += one.load(Ordering::Relaxed);
            }
            let took = series.microseconds.load(Ordering::Relaxed);
            sum.microseconds = sum.microseconds.saturating_add(took);
        }
        sum
    }
}

/// Nobody else writes it, so that this need not be one step.
fn add(counter: &AtomicU64, more: u64) {
    let now = counter.load(Ordering::Relaxed);
    counter.store(now.saturating_add(more), Ordering::Relaxed);
}
