//! Accepting connections until the end, and the end itself.

use std::io;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::Instant;

use super::{Answering, connection};

/// How long to wait after the system refused a connection, for instance because no descriptor was left.
const REST_AFTER_ERROR: Duration = Duration::from_millis(100);

/// Longer than any program runs.
const FOR_EVER: Duration = Duration::from_hours(24 * 365 * 10);

/// Serves connections until `stop` is done; then accepts no more, and gives those that are open `grace` to finish.
/// Says when the grace is over: what follows on the connections has the rest of it.
pub async fn serve(
    listener: TcpListener,
    service: impl Answering,
    stop: impl Future<Output = ()>,
    grace: Duration,
) -> Instant {
    let (ending, ended) = watch::channel(false);
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((socket, _)) => start(socket, service, ended.clone()),
                Err(error) => rest(&error).await,
            },
            () = &mut stop => break,
        }
    }
    drop((listener, ended));
    let now = Instant::now();
    let end = now.checked_add(grace).unwrap_or(now + FOR_EVER);
    // Every connection holds a receiver; the last one to go ends the wait.
    if ending.send(true).is_ok() && tokio::time::timeout_at(end, ending.closed()).await.is_err() {
        tracing::warn!(
            open = ending.receiver_count(),
            "connections were cut off at the end of the grace period"
        );
    }
    end
}

fn start(socket: TcpStream, service: impl Answering, ended: watch::Receiver<bool>) {
    if let Err(error) = socket.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY could not be set");
    }
    tokio::spawn(connection::serve(socket, service, ended));
}

/// A connection that broke before it was accepted is its client's affair; anything else will not be better at once.
async fn rest(error: &io::Error) {
    if matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    ) {
        return;
    }
    tracing::error!(%error, "a connection could not be accepted");
    tokio::time::sleep(REST_AFTER_ERROR).await;
}
