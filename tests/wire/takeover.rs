//! A program that is replaced by its next version while it is under load: no request is lost.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::support::{Program, request};

/// How many clients ask at once; every other one opens a connection for each request.
const CLIENTS: usize = 16;

/// How often the program is replaced.
const RESTARTS: usize = 4;

#[test]
fn no_request_is_lost_when_a_program_is_replaced() {
    let first = Program::start("response_status_code");
    let address = first.address();
    let port = address.port().to_string();
    let (is_over, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                let (is_over, answered) = (&is_over, &answered);
                scope.spawn(move || ask_on(address, client % 2 == 0, is_over, answered))
            })
            .collect();
        let mut program = first;
        for _ in 0..RESTARTS {
            let next = Program::start_with("response_status_code", &["--port", &port, "--reuse-port"]);
            let before = answered.load(Ordering::Relaxed);
            while answered.load(Ordering::Relaxed) < before + 1000 {
                assert!(
                    !clients.iter().any(thread::ScopedJoinHandle::is_finished),
                    "a request is lost"
                );
                thread::yield_now();
            }
            assert!(program.terminate().success());
            program = next;
        }
        is_over.store(true, Ordering::Relaxed);
        for client in clients {
            client.join().expect("no request is lost");
        }
        assert!(program.terminate().success());
    });
    assert!(answered.into_inner() > RESTARTS * 1000);
}

/// Asks until it is over. A connection is used until the server says that it is the last time.
fn ask_on(address: SocketAddr, keep: bool, is_over: &AtomicBool, answered: &AtomicUsize) {
    while !is_over.load(Ordering::Relaxed) {
        let socket = TcpStream::connect(address).expect("somebody listens");
        socket
            .set_read_timeout(Some(Duration::from_secs(10)))
            .expect("a deadline");
        let mut connection = BufReader::new(socket);
        while ask(&mut connection) && keep && !is_over.load(Ordering::Relaxed) {
            answered.fetch_add(1, Ordering::Relaxed);
        }
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

/// Asks once; whether the connection can be used again.
fn ask(connection: &mut BufReader<TcpStream>) -> bool {
    connection
        .get_mut()
        .write_all(request("HEAD /nowhere", "").as_bytes())
        .expect("the server reads");
    let (mut line, mut is_last) = (String::new(), false);
    connection.read_line(&mut line).expect("the server answers");
    assert_eq!(line, "HTTP/1.1 404 Not Found\r\n");
    while line != "\r\n" {
        is_last |= line == "connection: close\r\n";
        line.clear();
        connection.read_line(&mut line).expect("the whole head");
    }
    !is_last
}
