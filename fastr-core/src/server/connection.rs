//! One connection, from its first byte to its last.

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::Answering;

/// Serves one connection. Once `ended` says so, the request under way is the last.
pub async fn serve(socket: TcpStream, service: impl Answering, mut ended: watch::Receiver<bool>) {
    let mut http = http1::Builder::new();
    // One system call for pipelined answers, and no buffer taken while a handler waits.
    http.pipeline_flush(true).half_close(true);
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
