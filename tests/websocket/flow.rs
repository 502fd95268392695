//! Peers that read slowly, send too quickly, or are gone: nobody else waits for them, and nothing grows without end.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};
use std::time::Duration;

use fastr::{
    App, CloseError, Room, TestClient, WebSocket, WebSocketDisconnect, WebSocketLimits, close, websocket,
};
use tokio::sync::Notify;

use crate::raw::{CLOSE, PING, PONG, Raw, TEXT, frame};
use crate::support::Server;

static FLOODED: AtomicUsize = AtomicUsize::new(0);
static ROOM: Room = Room::new();

const PIECE: usize = 32 * 1024;

/// Where handlers say how their connections ended.
type Ends = Mutex<mpsc::Sender<WebSocketDisconnect>>;

/// Sends until it cannot.
#[websocket("/flood")]
async fn flood(ws: WebSocket, #[state] ends: &Ends) {
    loop {
        if let Err(over) = ws.send_bytes(vec![0; PIECE]).await {
            ends.lock().unwrap().send(over).unwrap();
            return;
        }
        FLOODED.fetch_add(1, Ordering::Relaxed);
    }
}

#[websocket("/echo")]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        let text = ws.receive_text().await?;
        ws.send_text(text).await?;
    }
}

/// Tells all how many there are, in a long message.
#[websocket("/room")]
async fn room(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let _member = ROOM.join(&ws);
    loop {
        ws.receive_text().await?;
        ROOM.send_text(format!("{:>PIECE$}", ROOM.len()));
    }
}

/// Only sends.
#[websocket("/feed")]
async fn feed(ws: WebSocket, #[state] ends: &Ends) {
    let (sender, _) = ws.split();
    loop {
        if let Err(over) = sender.send_text("news").await {
            ends.lock().unwrap().send(over).unwrap();
            return;
        }
    }
}

static TOLD: Notify = Notify::const_new();

/// Receives nothing, and ends as it was asked to when it is told.
#[websocket("/busy/{how}", closes(4001))]
async fn busy(how: String, mut ws: WebSocket) -> Result<(), CloseError> {
    TOLD.notified().await;
    match how.as_str() {
        "panic" => panic!("asked for"),
        "err" => return Err(close!(4001, "enough").into()),
        "receive" => while ws.receive().await.is_ok() {},
        _ => {}
    }
    Ok(())
}

/// Tells it.
#[websocket("/tell")]
async fn tell(ws: WebSocket) {
    TOLD.notify_one();
    drop(ws);
}

/// Says how the connection ended.
#[websocket("/gone")]
async fn gone(mut ws: WebSocket, #[state] ends: &Ends) {
    let (sender, mut receiver) = {
        let _ = ws.receive_text().await;
        ws.split()
    };
    let over = receiver.receive().await.unwrap_err();
    assert_eq!(sender.send_text("anybody?").await, Err(over.clone()));
    ends.lock().unwrap().send(over).unwrap();
}

fn app() -> (App, mpsc::Receiver<WebSocketDisconnect>) {
    let (sender, ends) = mpsc::channel();
    (App::of(module_path!()).state(Mutex::new(sender)), ends)
}

#[test]
fn a_peer_that_reads_nothing_holds_nobody_up_and_is_left() {
    let (app, ends) = app();
    let limits = WebSocketLimits::new().send_timeout(Duration::from_millis(300));
    let server = Server::start(app.websockets(limits));
    let _deaf = Raw::open(&server, "/flood");
    // On the same thread.
    let mut other = Raw::open(&server, "/echo");
    for _ in 0..100 {
        other.send(&frame(TEXT, true, b"still there?"));
        assert_eq!(other.frame(), (TEXT, b"still there?".to_vec()));
    }
    let over = ends.recv_timeout(Duration::from_secs(10)).unwrap();
    assert_eq!(over.code, 1006);
    // What was taken in lies with the kernel, but for the queue: a few megabytes.
    let sent = FLOODED.load(Ordering::Relaxed) * PIECE;
    assert!(sent < 64 * 1024 * 1024, "{sent} bytes were taken in");
}

#[test]
fn a_slow_member_of_a_room_is_closed_and_the_others_hear_everything() {
    let server = Server::start(app().0);
    let mut slow = Raw::open(&server, "/room");
    slow.send(&frame(TEXT, true, b"I am here"));
    assert_eq!(slow.frame().0, TEXT);
    let mut quick = Raw::open(&server, "/room");
    let mut said = 0;
    loop {
        quick.send(&frame(TEXT, true, b"go"));
        let (opcode, message) = quick.frame();
        assert_eq!((opcode, message.len()), (TEXT, PIECE));
        said += 1;
        // The slow one is told to go by what is said after its queue is full.
        if said > 1 && message.ends_with(b" 1") {
            break;
        }
        assert!(said < 10_000, "the slow one is still there");
    }
    // It reads what was on its way, and then why it has to go.
    let close = loop {
        let (opcode, payload) = slow.frame();
        if opcode == CLOSE {
            break payload;
        }
        assert_eq!(payload.len(), PIECE);
    };
    assert_eq!(close, b"\x03\xf5too slow to hear everything that is said");
}

#[test]
fn a_peer_that_sends_too_quickly_has_to_wait() {
    // Nobody receives: the queue is one message, and the rest waits in the pipe.
    let client = TestClient::new(
        app()
            .0
            .websockets(WebSocketLimits::new().receive_queue(1).message_size(PIECE)),
    );
    let mut ws = client.websocket("/echo").connect();
    for number in 0..200 {
        ws.send_text(&format!("{number}"));
    }
    for number in 0..200 {
        assert_eq!(ws.receive_text(), format!("{number}"));
    }
}

#[test]
fn who_does_not_listen_hears_the_end_all_the_same() {
    let (app, ends) = app();
    let server = Server::start(app.websockets(WebSocketLimits::new().receive_queue(2)));
    let mut raw = Raw::open(&server, "/feed");
    for _ in 0..100 {
        raw.send(&frame(TEXT, true, b"does anybody hear this?"));
    }
    raw.send(&frame(PING, true, b"or this?"));
    raw.send(&frame(CLOSE, true, b"\x0f\xa1bye"));
    let mut answers = Vec::new();
    while answers.last().is_none_or(|&(opcode, _)| opcode != CLOSE) {
        match raw.frame() {
            (TEXT, news) => assert_eq!(news, b"news"),
            other => answers.push(other),
        }
    }
    assert_eq!(
        answers,
        [(PONG, b"or this?".to_vec()), (CLOSE, b"\x0f\xa1bye".to_vec())]
    );
    assert_eq!(ends.recv_timeout(Duration::from_secs(10)).unwrap().code, 4001);
}

#[test]
fn a_peer_is_told_why_also_when_its_messages_were_not_received() {
    let server = Server::start(app().0);
    for (how, last, code) in [
        ("return", None, 1000),
        ("panic", None, 1011),
        ("err", None, 4001),
        // What it said last is found when the messages before it have been received.
        ("receive", Some(frame(CLOSE, true, b"\x0f\xa2")), 4002),
        (
            "receive",
            Some(frame(TEXT, true, &vec![b'x'; 1024 * 1024 + 1])),
            1009,
        ),
        ("receive", Some(frame(TEXT, true, b"\xff")), 1007),
        (
            "return",
            Some(frame(TEXT, true, &vec![b'x'; 1024 * 1024 + 1])),
            1000,
        ),
    ] {
        let mut raw = Raw::open(&server, &format!("/busy/{how}"));
        for _ in 0..100 {
            raw.send(&frame(TEXT, true, b"more than the queue holds"));
        }
        if let Some(last) = last {
            raw.send(&last);
        }
        drop(Raw::open(&server, "/tell"));
        assert_eq!(raw.close_code(), code, "{how}");
        raw.send(&frame(CLOSE, true, &code.to_be_bytes()));
        assert!(raw.ends(), "{how}");
    }
}

#[test]
fn a_message_that_is_too_large_is_told_to_a_peer_whose_handler_does_something_else() {
    let server = Server::start(app().0);
    let mut raw = Raw::open(&server, "/busy/never");
    raw.send(&frame(TEXT, true, &vec![b'x'; 1024 * 1024 + 1]));
    assert_eq!(raw.close_code(), 1009);
}

#[test]
fn a_handler_hears_how_it_ended() {
    let (app, ends) = app();
    let server = Server::start(app);
    for (last, code, reason) in [
        (Some(&b"\x0f\xa1bye"[..]), 4001, "bye"),
        (Some(b""), 1005, ""),
        // The connection breaks.
        (None, 1006, ""),
    ] {
        let mut raw = Raw::open(&server, "/gone");
        raw.send(&frame(TEXT, true, b"hello"));
        if let Some(payload) = last {
            raw.send(&frame(CLOSE, true, payload));
        }
        drop(raw);
        let over = ends.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!((over.code, &*over.reason), (code, reason));
    }
    // A rule that the peer breaks is told to the handler as it is to the peer.
    let mut raw = Raw::open(&server, "/gone");
    raw.send(&frame(TEXT, true, b"hello"));
    raw.send(&frame(TEXT, true, b"\xff"));
    assert_eq!(ends.recv_timeout(Duration::from_secs(10)).unwrap().code, 1007);
}

#[test]
fn hundreds_of_connections_echo() {
    let server = Server::start(app().0);
    let mut all: Vec<Raw> = (0..400).map(|_| Raw::open(&server, "/echo")).collect();
    for round in 0..3 {
        for (number, raw) in all.iter_mut().enumerate() {
            raw.send(&frame(TEXT, true, format!("{number} {round}").as_bytes()));
        }
        for (number, raw) in all.iter_mut().enumerate() {
            assert_eq!(raw.frame(), (TEXT, format!("{number} {round}").into_bytes()));
        }
    }
}
