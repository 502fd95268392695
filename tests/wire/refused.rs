//! Connections that are refused before any operation hears of them: a line in the log, and a counter.

use std::io::Write;
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use fastr::{App, ConnectionLimits, PlainText, get, post};
use tokio::net::TcpSocket;

use super::log;
use crate::support::{Connection, Server};

#[get("/large")]
async fn large() -> PlainText<String> {
    PlainText("x".repeat(64 << 20))
}

#[post("/taken")]
async fn taken(request: fastr::Request) -> bool {
    request.into_body().collect(1_000_000).await.is_ok()
}

const SHORT: Duration = Duration::from_millis(200);

const LIMITS: ConnectionLimits = ConnectionLimits::new()
    .head_timeout(SHORT)
    .body_timeout(SHORT)
    .write_timeout(SHORT);

fn app() -> App {
    App::of(module_path!()).connections(LIMITS).metrics("/metrics")
}

/// How many were refused for this, as the metrics tell it.
fn counted(server: &Server, reason: &str) -> u64 {
    let metrics = server.ask("GET /metrics", "");
    let name = format!("fastr_connections_refused_total{{reason=\"{reason}\"}} ");
    let count = metrics.lines().find_map(|line| line.strip_prefix(&name));
    count.expect("the counter").parse().expect("a number")
}

/// Waits until so many were refused for this.
#[track_caller]
fn wait_for(server: &Server, reason: &str, count: u64) {
    let began = Instant::now();
    while counted(server, reason) < count {
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "{reason} is not counted"
        );
    }
    assert_eq!(counted(server, reason), count, "{reason}");
}

/// What was logged of a client's connections that were refused.
fn told(client: &str) -> Vec<String> {
    let mut lines = log::lines(&format!("client={client}"));
    lines.retain(|line| line.contains("a connection was refused"));
    lines
}

/// A connection from an address that no other test has: a port may have been another's before.
fn connect(server: &Server, client: &str) -> TcpStream {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let connected = runtime.expect("a runtime").block_on(async {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::new(client.parse().expect("an address"), 0))?;
        socket.connect(server.address()).await?.into_std()
    });
    let socket = connected.expect("the server accepts");
    socket.set_nonblocking(false).expect("a socket");
    socket
}

fn sent(server: &Server, client: &str, bytes: &[u8]) -> Connection {
    let mut connection = Connection::over(connect(server, client));
    connection.send(bytes);
    connection
}

#[test]
fn each_has_a_line_with_its_reason_and_is_counted() {
    log::begin();
    let server = Server::start(app());
    let long = [
        b"GET / HTTP/1.1\r\nx: ",
        "x".repeat(40_000).as_bytes(),
        b"\r\n\r\n",
    ]
    .concat();
    let flood = [
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".as_slice(),
        // SETTINGS on a stream, which no stream has.
        &[0, 0, 0, 4, 0, 0, 0, 0, 1],
    ]
    .concat();
    for (index, (reason, bytes)) in [
        ("slow_head", &b"GET / HTTP/1.1\r\nhost: a\r\n"[..]),
        ("large_head", &long),
        ("no_http", b"this is no HTTP\r\n\r\n"),
        ("no_http2", &flood),
        (
            "slow_body",
            b"POST /taken HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nfive",
        ),
        ("slow_reader", b"GET /large HTTP/1.1\r\nhost: a\r\n\r\n"),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(counted(&server, reason), 0, "{reason}");
        let client = format!("127.7.1.{index}");
        let _connection = sent(&server, &client, bytes);
        wait_for(&server, reason, 1);
        let told = told(&client);
        assert_eq!(told.len(), 1, "{reason}: {told:?}");
        assert!(
            told[0].starts_with("INFO a connection was refused: ")
                && told[0].contains(&format!("reason=\"{reason}\"")),
            "{told:?}"
        );
    }
}

#[test]
fn whoever_just_goes_away_is_not_refused() {
    let server = Server::start(app());
    for bytes in [
        &b""[..],
        b"GET / HT",
        b"PRI * HT",
        b"GET / HTTP/1.1\r\nhost: a\r\n\r\n",
    ] {
        let mut connection = sent(&server, "127.7.2.1", bytes);
        connection.send_end();
        connection.raw();
    }
    let metrics = server.ask("GET /metrics", "");
    let counts = metrics
        .lines()
        .filter(|line| line.starts_with("fastr_connections_refused_total{"));
    let counts: Vec<_> = counts.collect();
    assert_eq!(counts.len(), 7);
    assert!(counts.iter().all(|line| line.ends_with(" 0")), "{counts:?}");
}

#[test]
fn a_flood_is_counted_and_does_not_fill_the_log() {
    log::begin();
    let server = Server::start(app());
    let began = Instant::now();
    let client = "127.7.3.1";
    for _ in 0..200 {
        let mut connection = sent(&server, client, b"no HTTP at all\r\n\r\n");
        assert!(connection.raw().starts_with(b"HTTP/1.1 400 "));
    }
    wait_for(&server, "no_http", 200);
    let lines = told(client);
    assert_eq!(lines.len(), 200);
    let told = lines.iter().filter(|line| line.starts_with("INFO "));
    let seconds = usize::try_from(began.elapsed().as_secs()).expect("a few");
    assert!((1..=seconds + 1).contains(&told.count()), "{lines:?}");
}

#[test]
fn handshakes_that_fail_are_told_and_those_who_only_look_are_not() {
    log::begin();
    let (files, certificate) = crate::tls::Files::new("refused");
    let server = Server::start(app().tls(files.certificate()));
    // It looks whether somebody listens, as balancers do.
    let looks = connect(&server, "127.7.4.1");
    looks.shutdown(Shutdown::Both).expect("a socket");
    let mut wrong = connect(&server, "127.7.4.2");
    wrong
        .write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n")
        .expect("the server reads");
    let _slow = connect(&server, "127.7.4.3");
    let metrics = || crate::tls::answer(server.address(), &certificate, "GET /metrics");
    let began = Instant::now();
    while !metrics().contains("fastr_connections_refused_total{reason=\"handshake\"} 2") {
        assert!(began.elapsed() < Duration::from_secs(20), "{}", metrics());
    }
    for (client, count) in [("127.7.4.1", 0), ("127.7.4.2", 1), ("127.7.4.3", 1)] {
        let lines = told(client);
        assert_eq!(lines.len(), count, "{lines:?}");
        assert!(lines.iter().all(|line| line.contains("the TLS handshake failed")));
    }
}
