//! One connection, from its first byte to its last.

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
    let mut connection = std::pin::pin!(http.serve_connection(TokioIo::new(socket), service));
    let result = tokio::select! {
        biased;
        result = connection.as_mut() => result,
        _ = ended.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = result {
        tracing::debug!(%error, "a connection ended early");
    }
}
