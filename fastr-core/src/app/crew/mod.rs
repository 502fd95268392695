//! The threads that serve.

use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::sync::{oneshot, watch};

use super::cut::{self, CutOff};
use super::ready::Job;
use crate::error::StartupError;
use crate::server::Bound;

/// All of them.
pub struct Crew {
    ended: Vec<oneshot::Receiver<CutOff>>,
    stop: watch::Sender<bool>,
    grace: Duration,
}

impl Crew {
    /// Starts so many threads, each with a runtime of its own, which share the sockets among them.
    pub fn start(job: &Job, sockets: &[Bound], threads: usize) -> Result<Self, StartupError> {
        let (stop, stopped) = watch::channel(false);
        // Elsewhere a socket belongs to one runtime.
        let threads = if cfg!(unix) { threads } else { sockets.len() };
        let mut ended = Vec::new();
        for socket in sockets.iter().cycle().take(threads) {
            let socket = socket.try_clone();
            let socket = socket.map_err(|error| StartupError::io("sharing a socket among threads", error))?;
            ended.push(worker(job.clone(), socket, stopped.clone())?);
        }
        Ok(Self {
            ended,
            stop,
            grace: job.grace,
        })
    }

    /// Lets them serve until `stop` is done, and then finish what is open; says what was cut off.
    pub async fn serve(self, stop: impl Future<Output = ()>) -> CutOff {
        stop.await;
        // The receivers live as long as the threads do.
        let _ = self.stop.send(true);
        cut::all(self.ended, self.grace).await
    }
}

/// Starts a thread that serves, and says at its end what it has cut off.
fn worker(
    job: Job,
    socket: Bound,
    stop: watch::Receiver<bool>,
) -> Result<oneshot::Receiver<CutOff>, StartupError> {
    let runtime = runtime()?;
    let (end, ended) = oneshot::channel();
    let work = move || {
        let cut = runtime.block_on(serve(job, socket, stop));
        // Work that blocks a thread cannot be cut off; it is not waited for either.
        runtime.shutdown_background();
        let _ = end.send(cut);
    };
    thread::Builder::new()
        .name(NAME.into())
        .spawn(work)
        .map_err(|error| StartupError::io("starting a worker", error))?;
    Ok(ended)
}

const NAME: &str = "fastr-worker";

/// Serves to the end. What is left then is cut off with the runtime, and each says its name.
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

/// A runtime for one thread.
pub fn runtime() -> Result<Runtime, StartupError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| StartupError::io("starting the runtime", error))
}
