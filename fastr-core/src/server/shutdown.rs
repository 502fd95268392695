//! When a program is asked to end.

use std::io;

/// Takes ctrl-c and, on Unix, SIGTERM from now on; the future is done when one of them has come.
///
/// # Errors
///
/// When the system does not hand the signals over.
///
/// # Panics
///
/// Outside a tokio runtime.
#[cfg(unix)]
pub fn termination() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Takes ctrl-c; the future is done when it has come.
///
/// # Errors
///
/// Never here: what cannot be waited for is logged.
#[cfg(not(unix))]
pub fn termination() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(%error, "ctrl-c cannot be waited for");
            std::future::pending::<()>().await;
        }
    })
}
