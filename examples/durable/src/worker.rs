//! Who works on what is in the queue: a thread of its own, so that neither waits for the other, the work and the answers.

use std::io;
use std::time::Duration;

use apalis::layers::retry::HasherRng;
use apalis::layers::retry::backoff::{ExponentialBackoff, ExponentialBackoffMaker, MakeBackoff};
use apalis::prelude::{BackendExt, Event, Monitor, RetryPolicy, WorkerBuilder, WorkerBuilderExt};
use tokio::sync::watch;
use ulid::Ulid;

use crate::outbox::Outbox;
use crate::store::Queue;
use crate::work;

/// How long the end of the program waits for what is under way. What is not done by then goes on elsewhere, or at the next start.
pub const DRAIN: Duration = Duration::from_secs(10);

/// How many jobs are worked on at once.
const AT_ONCE: usize = 4;

/// How often the queue is asked for more, besides whenever a job is done.
const LOOK: Duration = Duration::from_millis(250);

/// The thread. It ends when it is told to.
pub struct Worker(watch::Sender<bool>);

impl Worker {
    /// Starts to work.
    pub fn start(queue: Queue, outbox: Outbox) -> io::Result<Self> {
        let (stop, stopped) = watch::channel(false);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let backoff = backoff()?;
        std::thread::Builder::new()
            .name("worker".to_owned())
            .spawn(move || runtime.block_on(run(queue, outbox, backoff, stopped)))?;
        Ok(Self(stop))
    }

    /// Takes no more jobs, and waits for those under way, but no longer than [`DRAIN`].
    pub async fn drain(&self) {
        // Nobody listens when the thread has ended, and then there is nothing to wait for.
        let _ = self.0.send(true);
        self.0.closed().await;
    }
}

/// Works until it is told to stop, which is when `stopped` is dropped.
async fn run(
    queue: Queue,
    outbox: Outbox,
    backoff: ExponentialBackoff<HasherRng>,
    mut stopped: watch::Receiver<bool>,
) {
    // No two have one name, on whatever machine: by it the store knows who has died.
    let name = Ulid::generate();
    let worker = move |restarts| {
        WorkerBuilder::new(format!("{name}-{restarts}"))
            .backend(queue.clone().poll_with_interval(LOOK))
            .concurrency(AT_ONCE)
            .retry(RetryPolicy::retries(work::ATTEMPTS - 1).with_backoff(backoff.clone()))
            .catch_panic()
            .data(outbox.clone())
            .build(work::send)
    };
    let monitor = Monitor::new()
        .register(worker)
        .should_restart(|_, error| {
            tracing::error!(%error, "the worker begins anew");
            true
        })
        .on_event(|_, event| {
            if let Event::Error(error) = event {
                tracing::error!(%error, "a job failed");
            }
        })
        .shutdown_timeout(DRAIN);
    let stop = async {
        // An error says that whoever could tell has gone.
        let _ = stopped.wait_for(|&stop| stop).await;
        Ok(())
    };
    if let Err(error) = monitor.run_with_signal(stop).await {
        tracing::error!(%error, "the worker ended with an error");
    }
}

/// Half a second, a second, two, each with some chance in it, so that jobs that failed together are not tried together.
fn backoff() -> io::Result<ExponentialBackoff<HasherRng>> {
    let maker = ExponentialBackoffMaker::new(
        Duration::from_millis(500),
        Duration::from_mins(1),
        0.25,
        HasherRng::default(),
    );
    Ok(maker.map_err(io::Error::other)?.make_backoff())
}
