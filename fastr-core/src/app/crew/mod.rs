//! The threads that serve: each with a runtime of its own, or all of them with one.

mod heart;
mod post;

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
use post::Post;

/// How often the threads are looked at.
const LOOK: Duration = Duration::from_millis(100);

/// How long a thread is at one thing before another stands in for it: longer than an operation should compute, and shorter than a client
/// waits.
const LONG: Duration = Duration::from_millis(250);

/// How many threads can stand in for others at least; as many as there are otherwise. Who can hold up threads for ever can hold up these
/// too, and they are not to be without number.
const LEAST_SPARE: usize = 4;

/// How long the tasks of a runtime with many threads may take to be cut off.
const LAST_CUT: Duration = Duration::from_millis(200);

const NAME: &str = "fastr-worker";

impl App {
    /// Whether the threads of [`run`](Self::run) share the work of all connections; they do not when not said otherwise. The command
    /// line can say the same: `--work-stealing`, or `FASTR_WORK_STEALING=1`.
    ///
    /// Without it, each thread has its own connections, and nothing of a request ever moves to another: that is the quickest for operations
    /// that wait, as most do. But one that computes for 50 milliseconds delays all that its thread has besides. With it there is one runtime
    /// of tokio's with many threads (`flavor = "multi_thread"`), where a thread without work takes that of another. A small request costs
    /// some 8 % more then, and an operation that computes delays nobody as long as a thread is left.
    ///
    /// Choose it when operations compute, or when few connections carry all requests, as those of a proxy do over HTTP/2: those of one
    /// connection are then answered on several threads. An operation that blocks, or that computes for seconds, is better marked `blocking`.
    ///
    /// Either way the threads are looked at: where all that take what comes to a socket have been held up for 250 milliseconds, another thread
    /// takes new connections from then on, and the log says so. The connections of a thread that is held up wait; with work stealing only
    /// the one that holds it up does.
    ///
    /// ```no_run
    /// # use fastr_core::private::{App, StartupError};
    /// fn main() -> Result<(), StartupError> {
    ///     App::new().work_stealing(true).run()
    /// }
    /// ```
    #[must_use]
    pub fn work_stealing(mut self, steals: bool) -> Self {
        self.threading = if steals {
            Threading::Stealing
        } else {
            Threading::Apart
        };
        self
    }
}

/// What the threads have to do with each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Threading {
    /// Each has a runtime.
    Apart,
    /// They have one runtime.
    Stealing,
}

impl Threading {
    /// What is told when another thread stands in.
    fn stood_in(self) -> &'static str {
        match self {
            Self::Apart => {
                "a worker has been held up by an operation that does not wait: its open connections wait, and another thread takes its new ones from now on; mark an operation that blocks or computes `blocking`, or let the threads share their work with `App::work_stealing`"
            }
            Self::Stealing => {
                "all threads have been held up by operations that do not wait: open connections wait, and another thread takes new ones from now on; mark an operation that blocks or computes `blocking`"
            }
        }
    }
}

/// How many threads there are, and what each of them has.
#[derive(Clone, Copy)]
pub struct Plan {
    pub threads: usize,
    pub threading: Threading,
}

impl Plan {
    /// How many sockets are wanted at one address.
    pub fn sockets(self) -> usize {
        match self.threading {
            Threading::Apart => self.threads,
            Threading::Stealing => 1,
        }
    }

    /// How many runtimes serve what comes to so many sockets, and how many threads each has.
    fn runtimes(self, sockets: usize) -> (usize, usize) {
        match self.threading {
            Threading::Stealing => (1, self.threads),
            Threading::Apart if cfg!(unix) => (self.threads, 1),
            // Elsewhere a socket belongs to one runtime.
            Threading::Apart => (sockets, 1),
        }
    }
}

/// All of them.
pub struct Crew {
    job: Job,
    posts: Vec<Post>,
    ended: Vec<oneshot::Receiver<CutOff>>,
    stop: watch::Sender<bool>,
    threading: Threading,
    /// How many threads may still be started besides.
    spare: usize,
}

impl Crew {
    /// Starts them. They share the sockets among them.
    pub fn start(job: Job, sockets: Vec<Bound>, plan: Plan) -> Result<Self, StartupError> {
        let (runtimes, threads) = plan.runtimes(sockets.len());
        let mut crew = Self {
            job,
            posts: sockets.into_iter().map(Post::new).collect(),
            ended: Vec::new(),
            stop: watch::Sender::new(false),
            threading: plan.threading,
            spare: plan.threads.max(LEAST_SPARE),
        };
        for post in (0..crew.posts.len()).cycle().take(runtimes) {
            crew.begin(post, threads)?;
        }
        Ok(crew)
    }

    /// Starts a runtime with so many threads that serves what comes to a post.
    fn begin(&mut self, post: usize, threads: usize) -> Result<(), StartupError> {
        let Some(post) = self.posts.get_mut(post) else {
            return Ok(());
        };
        let Some(socket) = post.shared_socket() else {
            return Ok(());
        };
        let socket = socket.map_err(|error| StartupError::io("sharing a socket among threads", error))?;
        let runtime = runtime(threads)?;
        let hearts = Heart::all(runtime.handle());
        let ended = worker(runtime, self.job.clone(), socket, self.stop.subscribe())?;
        post.hearts.extend(hearts);
        self.ended.push(ended);
        Ok(())
    }

    /// Lets them serve until `stop` is done, and then finish what is open; says what was cut off.
    pub async fn serve(mut self, stop: impl Future<Output = ()>) -> CutOff {
        tokio::select! {
            () = stop => {}
            never = self.watch() => match never {},
        }
        // The receivers live as long as the threads do.
        let _ = self.stop.send(true);
        self.posts.iter_mut().for_each(Post::close);
        let ended = std::mem::take(&mut self.ended);
        tokio::select! {
            cut = cut::all(ended, self.job.grace) => cut,
            never = self.watch() => match never {},
        }
    }

    /// Looks after the threads for as long as it is polled.
    async fn watch(&mut self) -> Infallible {
        let mut looked = Instant::now();
        loop {
            tokio::time::sleep(LOOK).await;
            let now = Instant::now();
            // Where this thread was late the others may have been too: the whole program was stopped, or its machine has too much to do.
            if now.duration_since(looked) >= LONG {
                self.posts.iter_mut().for_each(|post| post.forget(now));
            }
            looked = now;
            for post in 0..self.posts.len() {
                if self.posts[post].is_held_up(now) {
                    self.stand_in(post);
                }
            }
        }
    }

    /// Starts a thread that serves a post whose threads are all held up. It stays: where one operation blocks, it will again.
    fn stand_in(&mut self, post: usize) {
        let Some(spare) = self.spare.checked_sub(1) else {
            return self.posts[post].tell_lost(post + 1);
        };
        match self.begin(post, 1) {
            Ok(()) => {
                self.spare = spare;
                tracing::warn!(worker = post + 1, time = ?LONG, "{}", self.threading.stood_in());
            }
            Err(error) => self.posts[post].tell_failed(post + 1, &error),
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
        let cut = runtime.block_on(serve(job, socket, stop));
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
