//! Serving inside a runtime that is there.

#[cfg(feature = "tls")]
use std::convert::Infallible;

use super::App;
use super::cut::CutOff;
use crate::error::StartupError;
#[cfg(feature = "tls")]
use crate::server::Tls;
use crate::server::{Listener, Server};

impl App {
    /// Serves the application on a socket, inside the tokio runtime that is there, for as long as it is polled.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way.
    pub async fn serve(self, listener: impl Into<Listener>) -> Result<(), StartupError> {
        self.serve_until(listener, std::future::pending()).await
    }

    /// Serves the application on a socket until `stop` is done and the [`shutdown_delay`](Self::shutdown_delay) is over; then it
    /// accepts no more and finishes what is open.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way.
    pub async fn serve_until(
        self,
        listener: impl Into<Listener>,
        stop: impl Future<Output = ()>,
    ) -> Result<(), StartupError> {
        let (grace, limits, delay) = (self.grace, self.connections, self.shutdown_delay);
        #[cfg(feature = "tls")]
        let tls = self.loaded_tls()?;
        let running = self.start().await?;
        let service = running.service();
        let server = Server::new(service, limits);
        #[cfg(feature = "tls")]
        let server = server.with_tls(tls.clone());
        let stop = service.drained(stop, delay);
        let serve = server.serve(listener.into(), service.until(stop), grace);
        #[cfg(feature = "tls")]
        let done = tokio::select! {
            done = serve => done,
            never = renewed(tls) => match never {},
        };
        #[cfg(not(feature = "tls"))]
        let done = serve.await;
        CutOff::after(&done, service).await.tell();
        service.unfinished().none_until(done.end).await;
        running.end().await
    }

    /// The certificate, read from its files.
    #[cfg(feature = "tls")]
    pub(super) fn loaded_tls(&self) -> Result<Option<Tls>, StartupError> {
        let tls = self.tls.clone().map(Tls::new).transpose();
        tls.map_err(|source| StartupError::Io {
            doing: "reading the certificate".into(),
            source,
        })
    }
}

#[cfg(feature = "tls")]
async fn renewed(tls: Option<Tls>) -> Infallible {
    match tls {
        Some(tls) => tls.renew().await,
        None => std::future::pending().await,
    }
}
