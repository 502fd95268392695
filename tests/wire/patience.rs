//! What a connection may cost: slow heads, slow bodies, idle clients, clients that take nothing, and too many of them.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use fastr::{App, ConnectionLimits, PlainText, Request, StreamResponse, get, media, model, post};
use tokio::sync::Notify;

use crate::support::{Server, json, request, with};

/// A text.
#[model]
struct Text {
    text: String,
}

#[get("/quick")]
async fn quick() -> bool {
    true
}

static MAY_END: Notify = Notify::const_new();

#[get("/long")]
async fn long() -> bool {
    MAY_END.notified().await;
    true
}

#[post("/text")]
async fn text(text: Text) -> PlainText<String> {
    PlainText(text.text)
}

#[post("/stream")]
async fn stream(request: Request) -> bool {
    request.into_body().collect(1_000_000).await.is_ok()
}

const SHORT: Duration = Duration::from_millis(100);

/// Long enough for every test.
const LONG: Duration = Duration::from_mins(1);

/// No limit but the one that a test sets.
const PATIENT: ConnectionLimits = ConnectionLimits::new()
    .head_timeout(LONG)
    .keep_alive_timeout(LONG)
    .body_timeout(LONG)
    .write_timeout(LONG);

fn server(limits: ConnectionLimits) -> Server {
    Server::start(App::of(module_path!()).connections(limits))
}

const TIMEOUT: &str = "HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

#[test]
fn a_head_that_does_not_end_is_answered_408() {
    let server = server(PATIENT.head_timeout(SHORT));
    for begin in ["G", "GET /quick HTTP/1.1\r\nhost: localhost\r\n"] {
        let mut connection = server.connect();
        connection.send(begin);
        assert_eq!(connection.all_that_comes(), TIMEOUT, "{begin:?}");
    }
    assert_eq!(server.ask("GET /quick", ""), json("200 OK", "true"));
}

#[test]
fn the_head_of_a_later_request_is_waited_for_as_long() {
    let server = server(PATIENT.head_timeout(SHORT));
    let mut connection = server.connect();
    assert_eq!(connection.ask("GET /quick", ""), json("200 OK", "true"));
    connection.send("GET /quick HTTP/1.1\r\n");
    assert_eq!(connection.all_that_comes(), TIMEOUT);
}

/// Sends these bytes one by one, with a pause after each, until something comes back: what came.
fn drip(socket: &mut TcpStream, bytes: impl IntoIterator<Item = u8>) -> String {
    socket
        .set_read_timeout(Some(Duration::from_millis(5)))
        .expect("a deadline");
    let mut answer = vec![0; 4096];
    for byte in bytes {
        // The server may have closed, and its words are still to be read.
        let _ = socket.write(&[byte]);
        match socket.read(&mut answer) {
            Ok(read) => return String::from_utf8_lossy(&answer[..read]).into_owned(),
            Err(error) => assert!(
                matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
                "{error}"
            ),
        }
    }
    panic!("nothing came back")
}

#[test]
fn a_head_that_comes_in_drops_is_answered_408() {
    let server = server(PATIENT.head_timeout(SHORT));
    let mut socket = server.socket();
    let head = b"GET /quick HTTP/1.1\r\nx: ".iter().copied();
    let answer = drip(&mut socket, head.chain(std::iter::repeat_n(b'x', 10_000)));
    assert_eq!(answer, TIMEOUT);
}

#[test]
fn who_says_nothing_is_hung_up_on() {
    let server = server(PATIENT.head_timeout(SHORT));
    assert_eq!(server.connect().all_that_comes(), "");
}

#[test]
fn an_idle_connection_is_closed() {
    let server = server(PATIENT.keep_alive_timeout(SHORT));
    let mut connection = server.connect();
    for _ in 0..3 {
        assert_eq!(connection.ask("GET /quick", ""), json("200 OK", "true"));
    }
    assert_eq!(connection.all_that_comes(), "");
}

const POST: &str = "POST /text HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";

const SLOW: &str = "{\"detail\":\"The body came too slowly\"}";

#[test]
fn a_body_that_pauses_is_answered_408() {
    let server = server(PATIENT.body_timeout(SHORT));
    for begin in ["", "{\"text\":"] {
        let mut connection = server.connect();
        connection.send(format!("{POST}content-length: 20\r\n\r\n{begin}"));
        let headers = [
            "content-type: application/json",
            "connection: close",
            "content-length: 37",
        ];
        let answer = connection.answer();
        assert!(answer.starts_with("HTTP/1.1 408 Request Timeout\n"), "{answer}");
        let mut expected: Vec<_> = headers.iter().collect();
        let mut lines: Vec<_> = answer.lines().skip(1).take(3).collect();
        lines.sort_unstable();
        expected.sort_unstable();
        assert_eq!(lines, expected.into_iter().copied().collect::<Vec<_>>());
        assert!(answer.ends_with(SLOW), "{answer}");
        connection.send_end();
        assert!(connection.ends());
    }
}

/// A byte every five milliseconds are less than 240 in a second.
#[test]
fn a_body_that_crawls_is_answered_408() {
    let server = server(PATIENT.body_timeout(Duration::from_secs(1)));
    let mut socket = server.socket();
    let head = format!("{POST}content-length: 10000\r\n\r\n{{\"text\":\"");
    socket.write_all(head.as_bytes()).expect("the server reads");
    let answer = drip(&mut socket, std::iter::repeat_n(b'x', 10_000));
    assert!(answer.ends_with(SLOW), "{answer}");
}

#[test]
fn a_body_may_take_longer_than_its_pauses() {
    let server = server(PATIENT.body_timeout(SHORT));
    let mut socket = server.socket();
    let text = "x".repeat(60);
    let body = format!("{{\"text\":\"{text}\"}}");
    let head = format!("{POST}content-length: {}\r\n\r\n", body.len());
    socket.write_all(head.as_bytes()).expect("the server reads");
    let silence = std::iter::repeat_n(b' ', 10_000);
    let answer = drip(&mut socket, body.into_bytes().into_iter().chain(silence));
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.ends_with(&text), "{answer}");
}

/// The handler reads it, so there is no answer that could be given in its place.
#[test]
fn a_stream_that_pauses_is_cut_off() {
    let server = server(PATIENT.body_timeout(SHORT));
    let mut connection = server.connect();
    connection.send("POST /stream HTTP/1.1\r\nhost: localhost\r\ncontent-length: 20\r\n\r\nsome");
    assert_eq!(connection.all_that_comes(), "");
    assert_eq!(server.ask("GET /quick", ""), json("200 OK", "true"));
}

/// Tells when it is dropped.
struct Told(Sender<()>);

impl Drop for Told {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

static TELL: OnceLock<Mutex<Sender<()>>> = OnceLock::new();

/// Zeros without an end.
#[get("/endless")]
async fn endless() -> StreamResponse<media::OctetStream> {
    let tell = TELL
        .get()
        .expect("the test waits")
        .lock()
        .expect("one test")
        .clone();
    let told = Told(tell);
    StreamResponse::new(fastr::stream(|mut out| async move {
        let _told = told;
        loop {
            out.send(vec![0; 65_536]).await;
        }
    }))
}

#[test]
fn who_takes_nothing_is_cut_off_and_the_others_do_not_notice() {
    let (tell, told): (_, Receiver<()>) = channel();
    TELL.set(Mutex::new(tell)).expect("one test");
    let server = server(PATIENT.write_timeout(SHORT));
    let mut deaf = server.connect();
    deaf.send(request("GET /endless", ""));
    assert_eq!(server.ask("GET /quick", ""), json("200 OK", "true"));
    told.recv_timeout(Duration::from_secs(20))
        .expect("the stream is dropped");
    assert_eq!(server.ask("GET /quick", ""), json("200 OK", "true"));
}

#[test]
fn a_handler_may_take_longer_than_any_of_it() {
    let limits = ConnectionLimits::new()
        .head_timeout(SHORT)
        .keep_alive_timeout(SHORT)
        .body_timeout(SHORT)
        .write_timeout(SHORT);
    let server = server(limits);
    let mut waiting = server.connect();
    waiting.send(request("GET /long", ""));
    // Others come and are closed meanwhile, three times as long as would be too long.
    for _ in 0..3 {
        let mut idle = server.connect();
        assert_eq!(idle.ask("GET /quick", ""), json("200 OK", "true"));
        assert_eq!(idle.all_that_comes(), "");
    }
    MAY_END.notify_one();
    assert_eq!(waiting.answer(), json("200 OK", "true"));
}

#[test]
fn no_more_connections_are_accepted_than_may_be_open() {
    let server = server(PATIENT.max(2));
    let (mut one, mut other) = (server.connect(), server.connect());
    for connection in [&mut one, &mut other] {
        assert_eq!(connection.ask("GET /quick", ""), json("200 OK", "true"));
    }
    let mut third = server.socket();
    third
        .write_all(request("GET /quick", "").as_bytes())
        .expect("the system takes it");
    third.set_nonblocking(true).expect("a socket");
    for _ in 0..3 {
        assert_eq!(one.ask("GET /quick", ""), json("200 OK", "true"));
        let early = third.read(&mut [0]).map_err(|error| error.kind());
        assert_eq!(early, Err(ErrorKind::WouldBlock), "two are open");
    }
    drop(one);
    third.set_nonblocking(false).expect("a socket");
    third
        .set_read_timeout(Some(Duration::from_secs(10)))
        .expect("a deadline");
    let mut answer = [0; 15];
    third.read_exact(&mut answer).expect("a place is free");
    assert_eq!(&answer, b"HTTP/1.1 200 OK");
}

#[test]
fn a_head_may_be_so_large_and_no_larger() {
    let server = server(PATIENT.head_size(1000));
    let head = |length: usize| {
        let begin = "GET /quick HTTP/1.1\r\nhost: localhost\r\nx: ";
        format!("{begin}{}\r\n\r\n", "x".repeat(length - begin.len() - 4))
    };
    let mut connection = server.connect();
    connection.send(head(1000));
    assert_eq!(connection.answer(), json("200 OK", "true"));
    let refused = with(
        "431 Request Header Fields Too Large",
        &["connection: close", "content-length: 0"],
        "",
    );
    for length in [1001, 5000, 100_000] {
        let mut connection = server.connect();
        connection.send(head(length));
        assert_eq!(connection.answer(), refused, "{length}");
    }
    let fields = |count: usize| {
        format!(
            "GET /quick HTTP/1.1\r\nhost: a\r\n{}\r\n",
            "a: b\r\n".repeat(count - 1)
        )
    };
    let mut connection = server.connect();
    connection.send(fields(100));
    assert_eq!(connection.answer(), json("200 OK", "true"));
    let mut connection = server.connect();
    connection.send(fields(101));
    assert_eq!(connection.answer(), refused);
}

#[test]
fn a_target_may_be_so_long_and_no_longer() {
    let server = server(PATIENT.uri_length(100));
    let line = |length: usize| format!("GET /quick?{}", "x".repeat(length - "/quick?".len()));
    let mut connection = server.connect();
    assert_eq!(connection.ask(&line(100), ""), json("200 OK", "true"));
    let refused = json("414 URI Too Long", r#"{"detail":"URI Too Long"}"#);
    assert_eq!(connection.ask(&line(101), ""), refused);
    assert_eq!(connection.ask(&line(100), ""), json("200 OK", "true"));
}

/// The answer stands in the way of a reset: a client that sends all before it reads gets it.
#[test]
fn a_refusal_reaches_a_client_that_has_not_stopped_sending() {
    let server = Server::start(App::of(module_path!()).body_limit(1000));
    let mut socket = server.socket();
    let length = 20_000_000;
    let head = format!("{POST}content-length: {length}\r\n\r\n");
    socket.write_all(head.as_bytes()).expect("the server reads");
    socket
        .write_all(&vec![b'x'; length])
        .expect("the server reads on");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).expect("the answer arrives");
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(
        answer.ends_with("{\"detail\":\"The body is larger than 1000 bytes\"}"),
        "{answer}"
    );
}
