//! One connection, from its first byte to its last.

use std::future::poll_fn;
use std::pin::pin;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::Answering;

/// Serves one connection. Once `ended` says so, the request under way is the last.
pub async fn serve(socket: TcpStream, service: impl Answering, mut ended: watch::Receiver<bool>) {
    let mut http = http1::Builder::new();
    // Head and body are copied into one piece, which costs less than a vectored write, and no buffer is taken while a
    // handler waits. `pipeline_flush` would do the first too, but holds back an answer for as long as a byte of the next
    // request is there: until the rest of it comes, or for ever when it is no HTTP.
    http.writev(false).half_close(true);
    let connection = http.serve_connection(TokioIo::new(socket), service);
    #[cfg(feature = "websocket")]
    let connection = connection.with_upgrades();
    let mut connection = pin!(connection);
    let news = ended.clone();
    let mut end = pin!(ended.changed());
    let (mut is_watched, mut is_last) = (false, false);
    let served = poll_fn(|cx| {
        // The task that polls is always the same, so it is enough to say once whom to wake; whether it was the end that
        // woke it costs a look, and not a lock.
        if !is_watched {
            is_watched = true;
            is_last = end.as_mut().poll(cx).is_ready();
        }
        if is_last || news.has_changed().unwrap_or(true) {
            is_last = true;
            connection.as_mut().graceful_shutdown();
        }
        connection.as_mut().poll(cx)
    });
    if let Err(error) = served.await {
        tracing::debug!(%error, "a connection ended early");
    }
}
