//! Running the program: one thread a core, each with its own runtime and its own socket on the same address.

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::sync::{oneshot, watch};
use tokio::time::timeout;

use super::command::health;
use super::cut::{self, CutOff};
use super::options::{self, Options, Serving};
use super::{App, Service};
use crate::error::StartupError;
use crate::server::{self, Bound, Place, Server};

pub fn run(app: App) -> Result<(), StartupError> {
    match options::read(std::env::args_os(), |name| std::env::var(name).ok())? {
        Options::Command(command) => command.run(&app),
        Options::Health(place) => health::ask(&place),
        Options::Serve(serving) => serve(app, serving),
    }
}

fn serve(app: App, serving: Serving) -> Result<(), StartupError> {
    log();
    let Serving {
        place,
        workers,
        certificate,
        deployment,
    } = serving;
    let app = deployment.of(encrypted(app, certificate.as_ref())?);
    let (grace, limits, delay) = (app.grace, app.connections, app.shutdown_delay);
    let operations = app.operations().len() + app.sockets().len();
    let docs = app.pages.shown().map(str::to_owned);
    #[cfg(feature = "tls")]
    let tls = app.loaded_tls()?;
    let runtime = runtime()?;
    let running = runtime.block_on(app.start())?;
    let service = running.service();
    let server = Server::new(service, limits);
    #[cfg(feature = "tls")]
    let server = {
        if let Some(tls) = tls.clone() {
            runtime.spawn(tls.renew());
        }
        server.with_tls(tls)
    };
    // Before anybody is told that the program runs: from then on it may be asked to end.
    let terminated = {
        let _inside = runtime.enter();
        server::termination().map_err(|error| cannot("waiting for signals", error))?
    };
    let workers = workers
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let (listeners, inherited) = listeners(&place, workers)?;
    let server = server.sharing_sockets(inherited);
    let bound = listeners.first().and_then(Bound::place).unwrap_or(place);
    let (stopping, stop) = watch::channel(false);
    let workers = listeners
        .into_iter()
        .map(|listener| start(listener, server.clone(), service, stop.clone(), grace))
        .collect::<Result<Vec<_>, _>>()?;
    announce(&bound, operations, docs.as_deref());
    runtime.block_on(terminated);
    // Before anybody is told of the delay: from then on it may be asked to end at once.
    let hurried = {
        let _inside = runtime.enter();
        server::termination()
    };
    service.drain();
    if !delay.is_zero() {
        tracing::info!("draining: connections are accepted for another {delay:?}, and `/readyz` says 503");
        runtime.block_on(delayed(delay, hurried));
    }
    tracing::info!("ending: open connections may finish");
    // The receivers live as long as the workers do.
    let _ = stopping.send(true);
    // What was started before the first request goes on meanwhile: an operation that is finishing may wait for it.
    runtime.block_on(cut::all(workers, grace)).tell();
    if let Place::Path(path) = bound
        && !inherited
    {
        // Another program may have taken it over already.
        let _ = std::fs::remove_file(path);
    }
    let undeclared = service.undeclared();
    if undeclared > 0 {
        tracing::warn!(
            "{undeclared} statuses or close codes were not declared by the operations that sent them"
        );
    }
    runtime.block_on(running.end())
}

/// Waits for so long, or for another signal.
async fn delayed(delay: Duration, hurried: io::Result<impl Future<Output = ()>>) {
    match hurried {
        Ok(hurried) => {
            let _ = timeout(delay, hurried).await;
        }
        Err(error) => tracing::error!(%error, "there is no waiting without signals"),
    }
}

/// The sockets that systemd has opened, or else own ones; and whether they are systemd's.
fn listeners(place: &Place, workers: usize) -> Result<(Vec<Bound>, bool), StartupError> {
    #[cfg(feature = "systemd")]
    if let Some(inherited) =
        server::inherited(workers).map_err(|error| cannot("taking the socket from systemd", error))?
    {
        return Ok((inherited, true));
    }
    let own = server::listen(place, workers);
    let own = own.map_err(|error| cannot(&format!("listening on {}", place.name()), error))?;
    Ok((own, false))
}

#[cfg(feature = "tls")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature it fails")]
fn encrypted(app: App, certificate: Option<&(PathBuf, PathBuf)>) -> Result<App, StartupError> {
    Ok(match certificate {
        Some((chain, key)) => app.tls(server::TlsCertificate::new(chain, key)),
        None => app,
    })
}

#[cfg(not(feature = "tls"))]
fn encrypted(app: App, certificate: Option<&(PathBuf, PathBuf)>) -> Result<App, StartupError> {
    match certificate {
        Some(_) => Err(StartupError::Usage(
            "a certificate was given, but the program is built without TLS; add the feature `tls` of fastr"
                .into(),
        )),
        None => Ok(app),
    }
}

/// Starts a worker, which says at its end what it has cut off.
fn start(
    listener: Bound,
    server: Server<Service>,
    service: Service,
    mut stop: watch::Receiver<bool>,
    grace: Duration,
) -> Result<oneshot::Receiver<CutOff>, StartupError> {
    let runtime = runtime()?;
    let (end, ended) = oneshot::channel();
    let worker = move || {
        let cut = runtime.block_on(async move {
            match listener.listener() {
                Ok(listener) => {
                    let stop = async move {
                        let _ = stop.wait_for(|&stop| stop).await;
                    };
                    let done = server.serve(listener, service.until(stop), grace).await;
                    // What is left then is cut off with the runtime, and each says its name.
                    CutOff::after(&done, service).await
                }
                Err(error) => {
                    tracing::error!(%error, "a worker could not take its socket");
                    CutOff::default()
                }
            }
        });
        // Work that blocks a thread cannot be cut off; it is not waited for either.
        runtime.shutdown_background();
        let _ = end.send(cut);
    };
    thread::Builder::new()
        .name("fastr-worker".into())
        .spawn(worker)
        .map_err(|error| cannot("starting a worker", error))?;
    Ok(ended)
}

fn runtime() -> Result<Runtime, StartupError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| cannot("starting the runtime", error))
}

fn cannot(doing: &str, source: io::Error) -> StartupError {
    StartupError::Io {
        doing: doing.into(),
        source,
    }
}

fn announce(place: &Place, operations: usize, docs: Option<&str>) {
    tracing::info!("serving {operations} operations at {place}");
    if operations == 0 {
        tracing::warn!(
            "no operation is linked into the program: a crate that only declares some must be named in the code"
        );
    }
    if let Some(docs) = docs {
        tracing::info!("documentation at {place}{docs}");
    }
}

/// Unless the program has set up logging of its own, what is logged goes to stderr.
#[cfg(feature = "log")]
fn log() {
    let _ = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .with_writer(io::stderr)
        .try_init();
}

#[cfg(not(feature = "log"))]
fn log() {}
