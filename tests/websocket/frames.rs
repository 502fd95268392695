//! RFC 6455, frame by frame, over a real connection: what a peer sends, letter by letter, and what it is answered.

use std::time::Duration;

use fastr::{App, WebSocketLimits};

use crate::echo::app;
use crate::raw::{CLOSE, CONTINUE, PING, PONG, Raw, TEXT, frame, mask};
use crate::support::Server;

pub fn server() -> Server {
    serve(app())
}

pub fn serve(app: App) -> Server {
    Server::start(app)
}

#[test]
fn the_handshake_is_answered_with_the_key() {
    let server = server();
    let mut connection = server.connect();
    // The key and its answer are those of section 1.3; names and tokens in any case.
    connection.send(
        "GET /echo HTTP/1.1\r\nHost: x\r\nUPGRADE: WebSocket\r\nconnection: keep-alive, Upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    assert_eq!(
        connection.head(),
        "HTTP/1.1 101 Switching Protocols\nconnection: upgrade\nupgrade: websocket\n\
         sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n\n"
    );
}

#[test]
fn an_offer_to_compress_is_not_taken() {
    let server = server();
    let mut connection = server.connect();
    connection.send(
        "GET /echo HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\
         sec-websocket-extensions: permessage-deflate; client_max_window_bits\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    let head = connection.head();
    assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
    assert!(!head.contains("extensions"), "{head}");
}

#[test]
fn a_handshake_that_is_none_is_refused() {
    let server = server();
    let ask = |version: &str, key: &str| {
        let mut connection = server.connect();
        connection.send(format!(
            "GET /echo HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n{version}{key}\r\n"
        ));
        connection.head().lines().next().unwrap().to_owned()
    };
    let (version, key) = (
        "sec-websocket-version: 13\r\n",
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
    );
    assert_eq!(ask(version, key), "HTTP/1.1 101 Switching Protocols");
    assert_eq!(ask("", key), "HTTP/1.1 426 Upgrade Required");
    assert_eq!(
        ask("sec-websocket-version: 8\r\n", key),
        "HTTP/1.1 426 Upgrade Required"
    );
    assert_eq!(ask(version, ""), "HTTP/1.1 400 Bad Request");
    assert_eq!(
        ask(version, "sec-websocket-key: c2hvcnQ=\r\n"),
        "HTTP/1.1 400 Bad Request"
    );
    assert_eq!(ask(version, &format!("{key}{key}")), "HTTP/1.1 400 Bad Request");
    let with_body = format!("{key}content-length: 4\r\n");
    assert_eq!(ask(version, &with_body), "HTTP/1.1 400 Bad Request");
    let with_none = format!("{key}content-length: 0\r\n");
    assert_eq!(ask(version, &with_none), "HTTP/1.1 101 Switching Protocols");
}

#[test]
fn a_refusal_is_whole_and_the_connection_goes_on() {
    let server = server();
    let mut connection = server.connect();
    let handshake = "upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n\
                     sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    connection.send(format!("GET /decide?how=401 HTTP/1.1\r\nhost: x\r\n{handshake}"));
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 401 Unauthorized\n"), "{answer}");
    assert!(answer.ends_with("\n\n{\"detail\":\"log in first\"}"), "{answer}");
    connection.send(format!("GET /decide?how=drop HTTP/1.1\r\nhost: x\r\n{handshake}"));
    assert!(connection.answer().starts_with("HTTP/1.1 403 Forbidden\n"));
}

#[test]
fn a_frame_that_comes_byte_by_byte_is_a_frame() {
    let server = server();
    let mut raw = Raw::open(&server, "/echo");
    for byte in frame(TEXT, true, "grüße".as_bytes()) {
        raw.send(&[byte]);
    }
    assert_eq!(raw.frame(), (TEXT, "grüße".into()));
    // And several in one piece.
    raw.send(
        &[
            frame(TEXT, true, b"a"),
            frame(2, true, b"b"),
            frame(PING, true, b"c"),
        ]
        .concat(),
    );
    // The pong may overtake what the handler says back.
    let frames = [raw.frame(), raw.frame(), raw.frame()];
    let (pongs, messages): (Vec<_>, Vec<_>) = frames.into_iter().partition(|frame| frame.0 == PONG);
    assert_eq!(pongs, [(PONG, b"c".to_vec())]);
    assert_eq!(messages, [(TEXT, b"a".to_vec()), (2, b"b".to_vec())]);
}

#[test]
fn every_mask_is_taken_off() {
    let server = server();
    let mut raw = Raw::open(&server, "/echo");
    for key in [[0, 0, 0, 0], [255, 255, 255, 255], [1, 2, 3, 4], [0, 0, 0, 1]] {
        for text in ["", "a", "abcdefg", "abcdefgh", "abcdefghi"] {
            raw.send(&mask(0x80 | TEXT, key, text.as_bytes()));
            assert_eq!(raw.frame(), (TEXT, text.as_bytes().to_vec()), "{key:?}");
        }
    }
}

#[test]
fn a_message_over_the_limit_is_refused_before_it_is_there() {
    let limits = WebSocketLimits::new().message_size(1000).frame_size(600);
    let server = serve(app().websockets(limits));
    let open = || Raw::open(&server, "/echo");
    let mut raw = open();
    raw.send(&frame(TEXT, true, &[b'x'; 600]));
    assert_eq!(raw.frame().1.len(), 600);
    // The header alone.
    raw.send(&frame(TEXT, true, &[b'x'; 601])[..8]);
    assert_eq!(raw.close_code(), 1009);
    let mut raw = open();
    raw.send(&frame(TEXT, false, &[b'x'; 600]));
    raw.send(&frame(CONTINUE, true, &[b'x'; 401]));
    assert_eq!(raw.close_code(), 1009);
    // A length that no memory holds.
    let mut raw = open();
    raw.send(&[0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4]);
    assert_eq!(raw.close_code(), 1009);
}

#[test]
fn the_server_closes_and_waits_for_the_answer() {
    let server = server();
    let mut raw = Raw::open(&server, "/end");
    raw.send(&frame(
        TEXT,
        true,
        br#"{"end":"close","code":4001,"reason":"kicked"}"#,
    ));
    assert_eq!(raw.frame(), (CLOSE, b"\x0f\xa1kicked".to_vec()));
    // What was under way is no mistake; after the answer the connection ends.
    raw.send(&frame(TEXT, true, b"under way"));
    raw.send(&frame(CLOSE, true, &[0x0f, 0xa1]));
    assert!(raw.ends());
}

#[test]
fn a_peer_that_does_not_answer_is_left() {
    let limits = WebSocketLimits::new().close_timeout(Duration::from_millis(50));
    let server = serve(app().websockets(limits));
    let mut raw = Raw::open(&server, "/end");
    raw.send(&frame(TEXT, true, br#"{"end":"return"}"#));
    assert_eq!(raw.frame(), (CLOSE, vec![3, 232]));
    assert!(raw.ends());
}

#[test]
fn a_peer_that_talks_on_behind_its_close_reads_the_answer() {
    let limits = WebSocketLimits::new()
        .ping_interval(Duration::from_millis(60))
        .close_timeout(Duration::from_millis(200));
    let server = serve(app().websockets(limits));
    let mut raw = Raw::open(&server, "/echo");
    // However old the connection is.
    for _ in 0..5 {
        assert_eq!(raw.frame(), (PING, Vec::new()));
        raw.send(&frame(PONG, true, b""));
    }
    raw.send(&frame(CLOSE, true, b"\x03\xe8bye"));
    for _ in 0..100 {
        raw.send(&frame(TEXT, true, &[b'x'; 1000]));
    }
    assert_eq!(raw.frame(), (CLOSE, b"\x03\xe8bye".to_vec()));
    assert!(raw.ends());
}

#[test]
fn a_silent_peer_is_asked_and_then_left() {
    let limits = WebSocketLimits::new()
        .ping_interval(Duration::from_millis(30))
        .ping_timeout(Duration::from_millis(60))
        .close_timeout(Duration::from_millis(30));
    let server = serve(app().websockets(limits));
    let mut raw = Raw::open(&server, "/echo");
    for _ in 0..3 {
        assert_eq!(raw.frame(), (PING, Vec::new()));
        raw.send(&frame(PONG, true, b""));
    }
    assert_eq!(raw.frame(), (PING, Vec::new()));
    assert_eq!(raw.frame(), (CLOSE, b"\x03\xf3keepalive ping timeout".to_vec()));
    assert!(raw.ends());
}

#[test]
fn a_connection_without_messages_is_closed_where_that_was_asked_for() {
    let limits = WebSocketLimits::new().idle_timeout(Duration::from_millis(50));
    let server = serve(app().websockets(limits));
    let mut raw = Raw::open(&server, "/echo");
    assert_eq!(raw.frame(), (CLOSE, b"\x03\xe8idle for too long".to_vec()));
}

#[test]
fn a_peer_whose_answers_nobody_reads_is_not_left() {
    let limits = WebSocketLimits::new()
        .receive_queue(1)
        .ping_interval(Duration::from_millis(20))
        .ping_timeout(Duration::from_millis(40));
    let server = serve(app().websockets(limits));
    let mut raw = Raw::open(&server, "/late");
    assert_eq!(raw.frame(), (PING, Vec::new()));
    // The queue is full before the pong, so that it is not read for as long as the handler does something else.
    for text in [&b"one"[..], b"two"] {
        raw.send(&frame(TEXT, true, text));
    }
    raw.send(&frame(PONG, true, b""));
    // Another peer is asked and answers until more than enough time has gone by.
    let mut other = Raw::open(&server, "/echo");
    for _ in 0..10 {
        assert_eq!(other.frame(), (PING, Vec::new()));
        other.send(&frame(PONG, true, b""));
    }
    Raw::open(&server, "/release");
    let mut messages = Vec::new();
    while messages.len() < 2 {
        match raw.frame() {
            (PING, _) => raw.send(&frame(PONG, true, b"")),
            (TEXT, text) => messages.push(text),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(messages, [b"one", b"two"]);
}
