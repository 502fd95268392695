//! A thousand who say nothing and a thousand who say it slowly, beside those who only want an answer.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use fastr::{App, ConnectionLimits, get};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::support::{Connection, Server, json, request};

const CROWD: usize = 1000;

/// How long a head may take here.
const HEAD: Duration = Duration::from_secs(2);
const LONG: Duration = Duration::from_mins(2);

#[get("/quick")]
async fn quick() -> bool {
    true
}

/// Both ends of all connections are in this process.
fn allow_descriptors() {
    let limit = getrlimit(Resource::Nofile);
    let enough = limit.maximum.unwrap_or(10_000);
    assert!(
        enough >= 6000,
        "`ulimit -Hn` is {enough}, and this test needs 6000"
    );
    let wanted = Rlimit {
        current: Some(enough),
        ..limit
    };
    setrlimit(Resource::Nofile, wanted).expect("the limit can be raised");
}

/// Sends a byte of a head on each connection, again and again, until it is over.
fn drip(slow: &mut [TcpStream], is_over: &AtomicBool) {
    while !is_over.load(Ordering::Relaxed) {
        for socket in &mut *slow {
            // The server may have had enough of it.
            let _ = socket.write(b"x");
        }
    }
}

#[test]
fn good_clients_are_served_beside_idle_ones_and_slow_ones() {
    allow_descriptors();
    let limits = ConnectionLimits::new()
        .head_timeout(HEAD)
        .keep_alive_timeout(LONG);
    let server = Server::start(App::of(module_path!()).connections(limits));
    let mut idle: Vec<Connection> = (0..CROWD)
        .map(|_| {
            let mut connection = server.connect();
            assert_eq!(connection.ask("GET /quick", ""), json("200 OK", "true"));
            connection
        })
        .collect();
    let mut slow: Vec<TcpStream> = (0..CROWD)
        .map(|_| {
            let mut socket = server.socket();
            socket.set_nodelay(true).expect("a socket");
            socket
                .write_all(b"GET /quick HTTP/1.1\r\nx: ")
                .expect("the server reads");
            socket
        })
        .collect();
    let is_over = AtomicBool::new(false);
    let mut times = thread::scope(|scope| {
        scope.spawn(|| drip(&mut slow, &is_over));
        // Good clients, some of them new, for longer than a head may take.
        let began = Instant::now();
        let mut times = Vec::new();
        let mut kept = server.connect();
        while began.elapsed() < HEAD * 2 {
            let asked = Instant::now();
            assert_eq!(kept.ask("GET /quick", ""), json("200 OK", "true"));
            assert_eq!(server.ask("GET /quick", ""), json("200 OK", "true"));
            times.push(asked.elapsed());
        }
        is_over.store(true, Ordering::Relaxed);
        times
    });
    times.sort_unstable();
    let most = times[times.len() * 9 / 10];
    assert!(
        times.len() > 50 && most < Duration::from_millis(500),
        "{} in time, 9 of 10 within {most:?}",
        times.len()
    );
    // Every slow one was told so, or found the door closed.
    for socket in &mut slow {
        socket.set_read_timeout(Some(HEAD * 2)).expect("a deadline");
        let mut answer = Vec::new();
        match socket.read_to_end(&mut answer) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{error}"),
        }
        assert!(
            answer.is_empty() || answer.starts_with(b"HTTP/1.1 408 "),
            "{}",
            String::from_utf8_lossy(&answer)
        );
    }
    // And the idle ones are still there.
    for connection in &mut idle {
        connection.send(request("GET /quick", ""));
    }
    for connection in &mut idle {
        assert_eq!(connection.answer(), json("200 OK", "true"));
    }
}
