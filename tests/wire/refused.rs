//! Connections that are refused before any operation hears of them: a line in the log, and a counter.

use std::io::Write;
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use fastr::{App, ConnectionLimits, PlainText, get, post};

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

/// What was logged of a client.
fn told(client: SocketAddr) -> Vec<String> {
    log::lines(&format!("client={client} "))
}

fn sent(server: &Server, bytes: &[u8]) -> Connection {
    let mut connection = server.connect();
    connection.send(bytes);
    connection
}

#[test]
fn each_has_a_line_with_its_reason_and_is_counted() {
    log::begin();
    let server = Server::start(app());
    let long = [b"GET / HTTP/1.1\r\nx: ", &[b'x'; 40_000][..], b"\r\n\r\n"].concat();
    let flood = [
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".as_slice(),
        // SETTINGS on a stream, which no stream has.
        &[0, 0, 0, 4, 0, 0, 0, 0, 1],
    ]
    .concat();
    for (reason, bytes) in [
        ("slow_head", &b"GET / HTTP/1.1\r\nhost: a\r\n"[..]),
        ("large_head", &long),
        ("no_http", b"this is no HTTP\r\n\r\n"),
        ("no_http2", &flood),
        (
            "slow_body",
            b"POST /taken HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nfive",
        ),
        ("slow_reader", b"GET /large HTTP/1.1\r\nhost: a\r\n\r\n"),
    ] {
        assert_eq!(counted(&server, reason), 0, "{reason}");
        let connection = sent(&server, bytes);
        wait_for(&server, reason, 1);
        let told = told(connection.own_address());
        let told: Vec<_> = told.iter().filter(|line| line.contains("was refused")).collect();
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
        let mut connection = sent(&server, bytes);
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
    let clients: Vec<SocketAddr> = (0..200)
        .map(|_| {
            let mut connection = sent(&server, b"no HTTP at all\r\n\r\n");
            assert!(connection.raw().starts_with(b"HTTP/1.1 400 "));
            connection.own_address()
        })
        .collect();
    wait_for(&server, "no_http", 200);
    let lines: Vec<String> = clients.into_iter().flat_map(told).collect();
    let told = lines
        .iter()
        .filter(|line| line.starts_with("INFO a connection was refused"));
    let seconds = usize::try_from(began.elapsed().as_secs()).expect("a few");
    assert!((1..=seconds + 1).contains(&told.count()), "{lines:?}");
    let untold = lines
        .iter()
        .filter(|line| line.starts_with("DEBUG a connection was refused"));
    assert!(untold.count() >= 100, "who wants to see each of them can");
}

#[test]
fn handshakes_that_fail_are_told_and_those_who_only_look_are_not() {
    log::begin();
    let (files, certificate) = crate::tls::Files::new("refused");
    let server = Server::start(app().tls(files.certificate()));
    // It looks whether somebody listens, as balancers do.
    let looks = TcpStream::connect(server.address()).expect("the server accepts");
    looks.shutdown(Shutdown::Both).expect("a socket");
    let mut wrong = TcpStream::connect(server.address()).expect("the server accepts");
    wrong
        .write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n")
        .expect("the server reads");
    let slow = TcpStream::connect(server.address()).expect("the server accepts");
    let metrics = || crate::tls::answer(server.address(), &certificate, "GET /metrics");
    let began = Instant::now();
    while !metrics().contains("fastr_connections_refused_total{reason=\"handshake\"} 2") {
        assert!(began.elapsed() < Duration::from_secs(20), "{}", metrics());
    }
    for (client, count) in [(&looks, 0), (&wrong, 1), (&slow, 1)] {
        let lines = told(client.local_addr().expect("an address"));
        assert_eq!(lines.len(), count, "{lines:?}");
        assert!(lines.iter().all(|line| line.contains("the TLS handshake failed")));
    }
}
