//! A connection: any bytes over a socket, and then its end.

use std::sync::LazyLock;
use std::time::Duration;

use fastr::ConnectionLimits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::operations;

/// No answer takes this long.
const DEADLINE: Duration = Duration::from_secs(10);

const QUICK: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";

/// How a peer begins that speaks HTTP/2.
const HTTP2: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

struct Subject {
    runtime: Runtime,
    path: std::path::PathBuf,
}

/// The server is a task on the only thread, so that the same input does the same every time.
static SUBJECT: LazyLock<Subject> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("there is a runtime");
    let path = std::env::temp_dir().join(format!("fastr-fuzz-{}.sock", std::process::id()));
    let listener = {
        let _inside = runtime.enter();
        UnixListener::bind(&path).expect("a socket")
    };
    let limits = ConnectionLimits::new().head_size(2000).uri_length(200);
    let app = operations::app(false).connections(limits);
    runtime.spawn(async move { app.serve(listener).await.expect("the application starts") });
    Subject { runtime, path }
});

/// The input is what a peer sends before it ends its direction.
pub fn connection(data: &[u8]) {
    let answer = SUBJECT.runtime.block_on(ask(data));
    if data.starts_with(HTTP2) {
        return;
    }
    let shown = String::from_utf8_lossy(&answer);
    let is_http = answer.starts_with(b"HTTP/1.1 ") || answer.starts_with(b"HTTP/1.0 ");
    assert!(answer.is_empty() || is_http, "{shown}");
    // No operation says back what it was sent, so this is a status. 501 is for a transfer encoding that nobody here knows.
    let failures = shown.match_indices("HTTP/1.").map(|(index, _)| &shown[index..]);
    for failure in failures.filter(|line| line.get(8..10) == Some(" 5")) {
        assert_eq!(failure.get(8..12), Some(" 501"), "{shown}");
    }
    // The server goes on.
    let answer = SUBJECT.runtime.block_on(ask(QUICK));
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    assert!(answer.ends_with(b"\r\n\r\n\"index\""));
}

/// All that comes back until the server has closed the connection.
async fn ask(data: &[u8]) -> Vec<u8> {
    let mut socket = UnixStream::connect(&SUBJECT.path)
        .await
        .expect("the server accepts");
    let (mut reader, mut writer) = socket.split();
    let mut answer = Vec::new();
    let sending = async {
        // A server that has had enough of it closes first.
        let _ = writer.write_all(data).await;
        let _ = writer.shutdown().await;
    };
    let receiving = async {
        let _ = reader.read_to_end(&mut answer).await;
    };
    let both = async { tokio::join!(sending, receiving) };
    timeout(DEADLINE, both)
        .await
        .expect("the server closes the connection");
    answer
}
