//! An application that has started, with what serves it: the program and whoever serves inside a runtime of their own do the same
//! from here on.

#[cfg(feature = "tls")]
use std::convert::Infallible;
use std::time::Duration;

use tokio::time::timeout;

use super::cut::CutOff;
use super::{App, Running, Service};
use crate::error::StartupError;
#[cfg(feature = "tls")]
use crate::server::Tls;
use crate::server::{Listener, Served, Server};

/// What serves connections. Each thread has a copy.
#[derive(Clone)]
pub struct Job {
    server: Server<Service>,
    pub service: Service,
    /// How long open connections have at the end.
    pub grace: Duration,
}

impl Job {
    /// The sockets are the service manager's, and are left as they are at the end.
    #[must_use]
    pub fn sharing_sockets(mut self, shares: bool) -> Self {
        self.server = self.server.sharing_sockets(shares);
        self
    }

    /// Serves what comes there until `stop` is done, and then what is open for as long as the grace lasts.
    pub async fn serve(self, listener: Listener, stop: impl Future<Output = ()>) -> Served {
        let stop = self.service.until(stop);
        self.server.serve(listener, stop, self.grace).await
    }
}

/// An application that has started.
pub struct Ready {
    pub job: Job,
    running: Running,
    delay: Duration,
    #[cfg(feature = "tls")]
    tls: Option<Tls>,
}

impl App {
    /// Reads the certificate, and starts.
    pub(super) async fn ready(self) -> Result<Ready, StartupError> {
        let (grace, limits, delay) = (self.grace, self.connections, self.shutdown_delay);
        #[cfg(feature = "tls")]
        let tls = self.tls.clone().map(Tls::new).transpose();
        #[cfg(feature = "tls")]
        let tls = tls.map_err(|error| StartupError::io("reading the certificate", error))?;
        let running = self.start().await?;
        let service = running.service();
        let server = Server::new(service, limits);
        #[cfg(feature = "tls")]
        let server = server.with_tls(tls.clone());
        Ok(Ready {
            job: Job {
                server,
                service,
                grace,
            },
            running,
            delay,
            #[cfg(feature = "tls")]
            tls,
        })
    }
}

impl Ready {
    /// `stop`, and then the time for those who send requests to notice that none is wanted, unless `hurried` is done before.
    pub async fn drained<F: Future<Output = ()>>(
        &self,
        stop: impl Future<Output = ()>,
        hurried: impl FnOnce() -> F,
    ) {
        stop.await;
        // Before anybody is told of the delay: from then on it may be asked to end at once.
        let hurried = hurried();
        self.job.service.drain();
        // A timer takes its tick even for no time.
        if !self.delay.is_zero() {
            let delay = self.delay;
            tracing::info!(
                "draining: connections are accepted for another {delay:?}, and `/readyz` says 503"
            );
            let _ = timeout(delay, hurried).await;
        }
        tracing::info!("ending: open connections may finish");
    }

    /// Does this, and looks after the certificate meanwhile.
    #[cfg(feature = "tls")]
    pub async fn tended<T>(&self, work: impl Future<Output = T>) -> T {
        tokio::select! {
            done = work => done,
            never = renewed(self.tls.clone()) => match never {},
        }
    }

    /// Does this.
    #[cfg(not(feature = "tls"))]
    pub async fn tended<T>(&self, work: impl Future<Output = T>) -> T {
        work.await
    }

    /// Tells what was cut off, and does what is to be done at the end.
    pub async fn end(self, cut: CutOff) -> Result<(), StartupError> {
        cut.tell();
        let undeclared = self.job.service.undeclared();
        if undeclared > 0 {
            tracing::warn!("{undeclared} responses had a status that their operation does not declare");
        }
        self.running.end().await
    }
}

#[cfg(feature = "tls")]
async fn renewed(tls: Option<Tls>) -> Infallible {
    match tls {
        Some(tls) => tls.renew().await,
        None => std::future::pending().await,
    }
}
