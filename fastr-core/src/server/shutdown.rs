//! When a program is asked to end.

/// Waits for ctrl-c or, on Unix, for SIGTERM.
pub async fn termination() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = terminate.recv() => {}
                    () = interrupt() => {}
                }
                return;
            }
            Err(error) => tracing::warn!(%error, "SIGTERM cannot be waited for"),
        }
    }
    interrupt().await;
}

async fn interrupt() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::warn!(%error, "ctrl-c cannot be waited for");
        std::future::pending::<()>().await;
    }
}
