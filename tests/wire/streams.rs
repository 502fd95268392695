//! Streams on the wire: they end with their client, and silence is broken by pings.

use std::sync::mpsc;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use fastr::{App, EventStream, StreamResponse, get, media, stream};

use crate::support::{Server, header, request, with};

type Ends = (mpsc::Sender<&'static str>, Mutex<mpsc::Receiver<&'static str>>);

static ENDS: LazyLock<Ends> = LazyLock::new(|| {
    let (sender, receiver) = mpsc::channel();
    (sender, Mutex::new(receiver))
});

/// Says when it is dropped.
struct Witness(&'static str);

impl Drop for Witness {
    fn drop(&mut self) {
        let _ = ENDS.0.send(self.0);
    }
}

#[get("/endless")]
async fn endless() -> StreamResponse<media::Plain> {
    let witness = Witness("the stream");
    StreamResponse::new(stream(move |mut out| async move {
        let _witness = witness;
        loop {
            out.send("again and again\n").await;
        }
    }))
}

#[get("/silent")]
async fn silent() -> EventStream<u8> {
    let events = stream(|mut out| async move {
        out.send(1).await;
        std::future::pending::<()>().await;
    });
    EventStream::new(events).keep_alive(Some(Duration::from_millis(1)))
}

#[get("/one")]
async fn one() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move { out.send("one").await }))
}

#[get("/empty")]
async fn empty() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|_: fastr::Sender<String>| async {}))
}

#[get("/panics")]
async fn panics() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        out.send("before").await;
        out.send("the panic").await;
        panic!("in a stream");
    }))
}

#[test]
fn a_client_that_goes_away_ends_the_stream() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    connection.send(request("GET /endless", ""));
    assert_eq!(
        header(&connection.head(), "transfer-encoding"),
        Some("chunked"),
        "the stream has begun"
    );
    drop(connection);
    let ends = ENDS.1.lock().unwrap_or_else(PoisonError::into_inner);
    assert_eq!(ends.recv_timeout(Duration::from_secs(20)), Ok("the stream"));
}

#[test]
fn silence_is_broken_by_comments() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    connection.send(request("GET /silent", ""));
    connection.head();
    assert_eq!(connection.chunk(), "data: 1\n\n");
    for _ in 0..3 {
        assert_eq!(connection.chunk(), ": ping\n\n");
    }
}

#[test]
fn a_connection_outlives_a_stream_that_ends_well() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    let headers = [
        "content-type: text/plain; charset=utf-8",
        "transfer-encoding: chunked",
    ];
    for (line, body) in [("GET /one", "one"), ("GET /empty", ""), ("GET /one", "one")] {
        assert_eq!(connection.ask(line, ""), with("200 OK", &headers, body), "{line}");
    }
    assert_eq!(
        connection.ask("HEAD /one", ""),
        with("200 OK", &headers[..1], ""),
        "HEAD has no body and makes none"
    );
}

#[test]
fn a_stream_that_panics_breaks_off_and_the_server_goes_on() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    connection.send(request("GET /panics", ""));
    let all = connection.all_that_comes();
    assert!(!all.contains("0\r\n\r\n"), "{all}");
    let headers = [
        "content-type: text/plain; charset=utf-8",
        "transfer-encoding: chunked",
    ];
    assert_eq!(server.ask("GET /one", ""), with("200 OK", &headers, "one"));
}
