//! Running the program, from the command line to the end.

#[cfg(feature = "log")]
use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use super::App;
use super::command::health;
use super::crew::{self, Crew, Plan};
use super::inside::is_inside_a_runtime;
use super::listening::{self, Listening};
use super::options::{self, Options, Serving};
use crate::error::StartupError;
use crate::server::{self, Place};

pub fn run(app: App) -> Result<(), StartupError> {
    if is_inside_a_runtime() {
        return Err(StartupError::InsideRuntime);
    }
    match options::read(std::env::args_os(), |name| std::env::var(name).ok())? {
        Options::Command(command) => command.run(&app),
        Options::Health(asked) => {
            let app = encrypted(app, asked.certificate.as_ref())?;
            health::ask(&asked.place, is_secure(&app))
        }
        Options::Serve(serving) => {
            log();
            // What is started before the first request goes on here until the end: an operation that is finishing may wait for it.
            crew::runtime(1)?.block_on(serve(app, serving))
        }
    }
}

async fn serve(app: App, serving: Serving) -> Result<(), StartupError> {
    let app = encrypted(app, serving.certificate.as_ref())?;
    let app = serving.deployment.of(app);
    let operations = app.operations().len() + app.sockets().len();
    let docs = app.pages.shown().map(str::to_owned);
    let is_secure = is_secure(&app);
    let app = if serving.work_stealing {
        app.work_stealing(true)
    } else {
        app
    };
    let threading = app.threading;
    let ready = app.ready().await?;
    // Before anybody is told that the program runs: from then on it may be asked to end.
    let terminated = server::termination().map_err(|error| StartupError::io("waiting for signals", error))?;
    let plan = Plan {
        threads: serving.workers.map_or_else(cores, NonZeroUsize::get),
        threading,
    };
    let Listening {
        sockets,
        place,
        inherited,
    } = Listening::open(serving.place, plan.sockets())?;
    let job = ready.job.clone().sharing_sockets(inherited);
    let crew = Crew::start(job, sockets, plan)?;
    announce(&place, is_secure, operations, docs.as_deref());
    let stop = ready.drained(terminated, hurried);
    let cut = ready.tended(crew.serve(stop)).await;
    listening::clear(&place, inherited);
    ready.end(cut).await
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Another signal, from now on.
fn hurried() -> impl Future<Output = ()> {
    let signal = server::termination();
    async {
        match signal {
            Ok(signal) => signal.await,
            Err(error) => tracing::error!(%error, "there is no waiting without signals"),
        }
    }
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

/// Whether it speaks TLS.
#[cfg(feature = "tls")]
fn is_secure(app: &App) -> bool {
    app.tls.is_some()
}

#[cfg(not(feature = "tls"))]
fn is_secure(_: &App) -> bool {
    false
}

fn announce(place: &Place, is_secure: bool, operations: usize, docs: Option<&str>) {
    let url = place.url(is_secure);
    let over = match place {
        Place::Path(_) if is_secure => ", over TLS",
        _ => "",
    };
    tracing::info!("serving {operations} operations at {url}{over}");
    if operations == 0 {
        tracing::warn!(
            "no operation is linked into the program: a crate that only declares some must be named in the code"
        );
    }
    match (docs, place) {
        (None, _) => {}
        (Some(docs), Place::Path(_)) => tracing::info!("documentation at {docs} there"),
        (Some(docs), _) => tracing::info!("documentation at {url}{docs}"),
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
