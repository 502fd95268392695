//! Clients that ask for everything in turns: on connections that stay and on new ones, with errors, and some of them vanish.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use bytes::Bytes;
use tokio::runtime::Runtime;

#[path = "../../tests/support/client.rs"]
#[allow(dead_code, reason = "a client uses its part of it")]
mod client;

use client::{Connection, request_with};

/// A request, and how its answer begins.
struct Asked {
    line: &'static str,
    headers: &'static [&'static str],
    body: &'static str,
    status: &'static str,
}

const JSON: &[&str] = &["content-type: application/json"];
const ITEM: &str = r#"{"name":"Drum","price":9.5,"tags":["loud","round"]}"#;

const fn get(line: &'static str, status: &'static str) -> Asked {
    Asked {
        line,
        headers: &[],
        body: "",
        status,
    }
}

const fn post(line: &'static str, body: &'static str, status: &'static str) -> Asked {
    Asked {
        line,
        headers: JSON,
        body,
        status,
    }
}

const ALL: [Asked; 16] = [
    post("POST /items", ITEM, "201"),
    post("POST /items", r#"{"name":"","price":-1,"tags":[1]}"#, "422"),
    post("POST /items", "{\"name\":", "422"),
    get("GET /items/7?q=drum", "200"),
    get("GET /items/seven?q=drum", "422"),
    get("GET /items/0", "404"),
    get("HEAD /items/7", "200"),
    get("OPTIONS /items/7", "204"),
    get("DELETE /items/7", "405"),
    post(
        "POST /small",
        r#"{"name":"Drum","price":9.5,"tags":["this is", "a little more", "than it takes", "to be too large", "for what is said"]}"#,
        "413",
    ),
    post("POST /later", ITEM, "200"),
    get("GET /blocking", "200"),
    get("GET /stream", "200"),
    get("GET /openapi.json", "200"),
    Asked {
        line: "GET /openapi.json",
        headers: &["accept-encoding: gzip"],
        body: "",
        status: "200",
    },
    Asked {
        line: "POST /files",
        headers: &["content-type: multipart/form-data; boundary=b"],
        body: "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nsome\r\n--b--\r\n",
        status: "200",
    },
];

/// How many times everything is asked for on one connection.
const ROUNDS: u64 = 20;

/// Asks until it is over, and counts.
///
/// # Panics
///
/// When an answer is not the right one.
pub fn ask(address: SocketAddr, done: &AtomicU64, is_over: &AtomicBool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    for round in 0.. {
        let mut connection = Connection::open(address);
        for _ in 0..ROUNDS {
            if is_over.load(Ordering::Relaxed) {
                return;
            }
            let count: u64 = ALL.iter().map(|asked| asked.on(&mut connection)).sum();
            done.fetch_add(count, Ordering::Relaxed);
        }
        // A path that nobody asked for before: what is kept by path must not be kept for this one.
        get_unknown(&mut connection, round);
        vanish(address);
        let count = speak(address) + share(&runtime, address);
        done.fetch_add(count + 2, Ordering::Relaxed);
    }
}

impl Asked {
    fn on(&self, connection: &mut Connection) -> u64 {
        connection.send(request_with(self.line, self.headers, self.body));
        if self.headers.iter().any(|header| header.contains("gzip")) {
            let head = connection.head();
            assert!(head.contains("content-encoding: gzip"), "{head}");
            connection.skip_chunks();
            return 1;
        }
        let answer = if self.line.starts_with("HEAD ") {
            connection.head()
        } else {
            connection.answer()
        };
        let status = answer.split(' ').nth(1);
        assert_eq!(status, Some(self.status), "{}: {answer}", self.line);
        1
    }
}

fn get_unknown(connection: &mut Connection, round: u64) {
    let answer = connection.ask(&format!("GET /unknown/{round}"), "");
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
}

/// Is gone in the middle of a stream.
fn vanish(address: SocketAddr) {
    let mut socket = TcpStream::connect(address).expect("the server accepts");
    socket
        .write_all(b"GET /endless HTTP/1.1\r\nhost: a\r\n\r\n")
        .expect("the server reads");
    socket.read_exact(&mut [0; 100]).expect("a stream");
}

/// A WebSocket: some messages, and a close.
fn speak(address: SocketAddr) -> u64 {
    let mut connection = Connection::open(address);
    connection.send(
        "GET /echo HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    let head = connection.head();
    assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
    // With a mask of zeros, the text is sent as it is.
    for _ in 0..20 {
        connection.send(b"\x81\x85\0\0\0\0hello");
        assert_eq!(connection.bytes(7), b"\x81\x05hello");
    }
    connection.send(b"\x88\x82\0\0\0\0\x03\xe8");
    assert_eq!(connection.bytes(4), b"\x88\x02\x03\xe8");
    1
}

/// Many requests at once on a connection with HTTP/2.
fn share(runtime: &Runtime, address: SocketAddr) -> u64 {
    const STREAMS: u64 = 20;
    runtime.block_on(async {
        let socket = tokio::net::TcpStream::connect(address)
            .await
            .expect("the server accepts");
        let (mut sender, connection) = h2::client::handshake(socket).await.expect("HTTP/2 is spoken");
        let driver = tokio::spawn(connection);
        let mut answers = Vec::new();
        for number in 0..STREAMS {
            sender = sender.ready().await.expect("the connection is open");
            let request = http::Request::post(format!("http://{address}/items"))
                .header("content-type", "application/json")
                .body(())
                .expect("a request");
            let (answer, mut body) = sender.send_request(request, false).expect("a stream");
            let item = Bytes::from_static(ITEM.as_bytes());
            body.send_data(item, true).expect("a stream");
            // Some are not waited for.
            if number % 5 != 0 {
                answers.push(answer);
            }
        }
        for answer in answers {
            let answer = answer.await.expect("an answer");
            assert_eq!(answer.status(), 201);
            let mut body = answer.into_body();
            while let Some(data) = body.data().await {
                let data = data.expect("a body");
                let _ = body.flow_control().release_capacity(data.len());
            }
        }
        drop(sender);
        let _ = driver.await;
    });
    STREAMS
}
