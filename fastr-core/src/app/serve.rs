//! Serving inside a runtime that is there.

use std::future::pending;

use super::App;
use super::cut::CutOff;
use super::ready::Ready;
use crate::error::StartupError;
use crate::server::Listener;

impl App {
    /// Serves the application on a socket, inside the tokio runtime that is there, for as long as it is polled.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way.
    pub async fn serve(self, listener: impl Into<Listener>) -> Result<(), StartupError> {
        self.serve_until(listener, pending()).await
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
        let ready = self.ready().await?;
        let cut = ready.tended(served(&ready, listener.into(), stop)).await;
        ready.end(cut).await
    }
}

/// Serves to the end. The runtime goes on behind it, so that what is cut off is told here.
async fn served(ready: &Ready, listener: Listener, stop: impl Future<Output = ()>) -> CutOff {
    let service = ready.job.service;
    let stop = ready.drained(stop, pending::<()>);
    let served = ready.job.clone().serve(listener, stop).await;
    let cut = CutOff::after(&served, service).await;
    service.unfinished().none_until(served.end).await;
    cut
}
