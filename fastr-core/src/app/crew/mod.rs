//! The threads that serve: each with a runtime of its own, or all of them with one.

mod heart;

use std::convert::Infallible;
use std::thread;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::sync::{oneshot, watch};

use super::App;
use super::cut::{self, CutOff};
use super::ready::Job;
use crate::error::StartupError;
use crate::server::Bound;
use heart::Heart;

/// How often the threads are looked at.
const LOOK: Duration = Duration::from_millis(100);

/// How long the tasks of a runtime with many threads may take to be cut off.
const LAST_CUT: Duration = Duration::from_millis(200);

const NAME: &str = "fastr-worker";

impl App {
    /// Whether the threads of [`run`](Self::run) share the work of all connections; they do not when not said otherwise. The command
    /// line can say the same: `--work-stealing`, or `FASTR_WORK_STEALING=1`.
    ///
    /// Without it, each thread has its own connections, and nothing of a request ever moves to another: that is the quickest for operations
    /// that wait, as most do. But one that computes for 50 milliseconds delays all that its thread has besides. With it there is one runtime
    /// of tokio's with many threads (`flavor = "multi_thread"`), where a thread without work takes that of another. A request costs somewhat
    /// more then, and an operation that computes delays nobody as long as a thread is left.
    ///
    /// Choose it when operations compute, or when few connections carry all requests, as those of a proxy do over HTTP/2: those of one
    /// connection are then answered on several threads. An operation that blocks, or that computes for seconds, is better marked `blocking`.
    ///
    /// ```no_run
    /// # use fastr_core::private::{App, StartupError};
    /// fn main() -> Result<(), StartupError> {
    ///     App::new().work_stealing(true).run()
    /// }
    /// ```
    #[must_use]
    pub fn work_stealing(mut self, steals: bool) -> Self {
        self.work_stealing = steals;
        self
    }
}

/// How many threads there are, and what each of them has.
#[derive(Clone, Copy)]
pub struct Plan {
    pub threads: usize,
    /// They have one runtime.
    pub work_stealing: bool,
}

impl Plan {
    /// How many sockets are wanted at one address.
    pub fn sockets(self) -> usize {
        if self.work_stealing { 1 } else { self.threads }
    }

    /// How many runtimes serve what comes to so many sockets, and how many threads each has.
    fn runtimes(self, sockets: usize) -> (usize, usize) {
        if self.work_stealing {
            (1, self.threads)
        } else if cfg!(unix) {
            (self.threads, 1)
        } else {
            // Elsewhere a socket belongs to one runtime.
            (sockets, 1)
        }
    }
}

/// All of them.
pub struct Crew {
    hearts: Vec<Heart>,
    ended: Vec<oneshot::Receiver<CutOff>>,
    stop: watch::Sender<bool>,
    grace: Duration,
}

impl Crew {
    /// Starts them. They share the sockets among them.
    pub fn start(job: &Job, sockets: &[Bound], plan: Plan) -> Result<Self, StartupError> {
        let (stop, stopped) = watch::channel(false);
        let mut crew = Self {
            hearts: Vec::new(),
            ended: Vec::new(),
            stop,
            grace: job.grace,
        };
        let (runtimes, threads) = plan.runtimes(sockets.len());
        for socket in sockets.iter().cycle().take(runtimes) {
            let socket = socket.try_clone();
            let socket = socket.map_err(|error| StartupError::io("sharing a socket among threads", error))?;
            let runtime = runtime(threads)?;
            crew.hearts.extend(Heart::all(runtime.handle()));
            crew.ended
                .push(worker(runtime, job.clone(), socket, stopped.clone())?);
        }
        Ok(crew)
    }

    /// Lets them serve until `stop` is done, and then finish what is open; says what was cut off.
    pub async fn serve(mut self, stop: impl Future<Output = ()>) -> CutOff {
        tokio::select! {
            () = stop => {}
            never = self.watch() => match never {},
        }
        // The receivers live as long as the threads do.
        let _ = self.stop.send(true);
        let ended = std::mem::take(&mut self.ended);
        tokio::select! {
            cut = cut::all(ended, self.grace) => cut,
            never = self.watch() => match never {},
        }
    }

    /// Looks after the threads for as long as it is polled.
    async fn watch(&mut self) -> Infallible {
        loop {
            tokio::time::sleep(LOOK).await;
            let now = Instant::now();
            for heart in &mut self.hearts {
                if heart.held_up(now) >= LOOK {
                    heart.wake_another();
                }
            }
        }
    }
}

/// Starts a thread that serves, and says at its end what it has cut off.
fn worker(
    runtime: Runtime,
    job: Job,
    socket: Bound,
    stop: watch::Receiver<bool>,
) -> Result<oneshot::Receiver<CutOff>, StartupError> {
    let (end, ended) = oneshot::channel();
    let work = move || {
        // A task of its own: what a thread of the runtime begins can be taken over by another at once. What comes from outside could keep
        // that which the thread does next from being taken over.
        let served = runtime.spawn(serve(job, socket, stop));
        let cut = runtime.block_on(served).unwrap_or_else(|error| {
            tracing::error!(%error, "a worker broke off");
            CutOff::default()
        });
        // What is left is cut off with the runtime, and each says its name. Work that blocks a thread cannot be cut off, and is hardly
        // waited for.
        if runtime.metrics().num_workers() > 1 {
            runtime.shutdown_timeout(LAST_CUT);
        } else {
            runtime.shutdown_background();
        }
        let _ = end.send(cut);
    };
    let started = thread::Builder::new().name(NAME.into()).spawn(work);
    started.map_err(|error| StartupError::io("starting a worker", error))?;
    Ok(ended)
}

/// Serves to the end.
async fn serve(job: Job, socket: Bound, mut stop: watch::Receiver<bool>) -> CutOff {
    let listener = match socket.listener() {
        Ok(listener) => listener,
        Err(error) => {
            tracing::error!(%error, "a worker could not take its socket");
            return CutOff::default();
        }
    };
    let service = job.service;
    let stop = async move {
        let _ = stop.wait_for(|&stop| stop).await;
    };
    CutOff::after(&job.serve(listener, stop).await, service).await
}

/// A runtime with so many threads; where it is one, it is the one that runs it.
pub fn runtime(threads: usize) -> Result<Runtime, StartupError> {
    let mut builder = if threads > 1 {
        Builder::new_multi_thread()
    } else {
        Builder::new_current_thread()
    };
    if threads > 1 {
        builder.worker_threads(threads).thread_name(NAME);
    }
    let runtime = builder.enable_all().build();
    runtime.map_err(|error| StartupError::io("starting the runtime", error))
}
