//! Pings that a handler sends, and the pongs that it sees.

use std::time::Duration;

use fastr::{App, InternalError, TestClient, WebSocket, WebSocketDisconnect, WebSocketLimits, websocket};

use crate::raw::{CLOSE, PING, PONG, Raw, TEXT, frame};
use crate::support::Server;

/// Says what becomes of a ping.
#[websocket("/ping")]
async fn ping(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let said = said(&ws.ping().await);
    ws.send_text(said).await
}

/// Says what becomes of two pings that are sent at once.
#[websocket("/twice")]
async fn twice(ws: WebSocket) -> Result<(), InternalError> {
    let other = ws.sender();
    let other = tokio::spawn(async move { other.ping().await });
    let first = ws.ping().await;
    let second = other.await?;
    Ok(ws.send_text(said(&first) + &said(&second)).await?)
}

/// Pings while it receives.
#[websocket("/chat")]
async fn chat(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let (sender, mut receiver) = ws.split();
    let pinger = sender.clone();
    let pinging = tokio::spawn(async move {
        for _ in 0..3 {
            let answered = said(&pinger.ping().await);
            pinger.send_text(answered).await?;
        }
        Ok::<_, WebSocketDisconnect>(())
    });
    while let Ok(text) = receiver.receive_text().await {
        sender.send_text(text).await?;
    }
    let _ = pinging.await;
    Ok(())
}

fn said(answer: &Result<Option<Duration>, WebSocketDisconnect>) -> String {
    match answer {
        Ok(Some(lag)) if *lag < Duration::from_secs(10) => "pong ".into(),
        Ok(Some(lag)) => format!("{lag:?}"),
        Ok(None) => "nothing".into(),
        Err(over) => over.code.to_string(),
    }
}

fn server(limits: WebSocketLimits) -> Server {
    Server::start(App::of(module_path!()).websockets(limits))
}

/// The ping that is sent next.
fn pinged(raw: &mut Raw) -> Vec<u8> {
    let (opcode, payload) = raw.frame();
    assert_eq!(opcode, PING, "{payload:?}");
    payload
}

fn text(text: &str) -> (u8, Vec<u8>) {
    (TEXT, text.as_bytes().to_vec())
}

#[test]
fn a_pong_is_seen_by_who_sent_the_ping() {
    let server = server(WebSocketLimits::new());
    let mut raw = Raw::open(&server, "/ping");
    let payload = pinged(&mut raw);
    raw.send(&frame(PONG, true, &payload));
    assert_eq!(raw.frame(), text("pong "));
    assert_eq!(raw.close_code(), 1000);
}

#[test]
fn a_pong_that_answers_nothing_is_none() {
    let server = server(WebSocketLimits::new());
    let mut raw = Raw::open(&server, "/ping");
    let payload = pinged(&mut raw);
    // Those of section 5.5.3 that nobody asked for, and one for a ping that was never sent.
    let unsent = (u64::from_be_bytes(payload.clone().try_into().expect("a number")) + 1).to_be_bytes();
    for unasked in [&b""[..], b"hello", &unsent] {
        raw.send(&frame(PONG, true, unasked));
    }
    // What is answered now shows that they were read.
    raw.send(&frame(PING, true, b"read?"));
    assert_eq!(raw.frame(), (PONG, b"read?".to_vec()));
    raw.send(&frame(PONG, true, &payload));
    assert_eq!(raw.frame(), text("pong "));
}

#[test]
fn the_last_pong_answers_every_ping_before_it() {
    let server = server(WebSocketLimits::new());
    let mut raw = Raw::open(&server, "/twice");
    let (first, second) = (pinged(&mut raw), pinged(&mut raw));
    raw.send(&frame(PONG, true, &first.max(second)));
    assert_eq!(raw.frame(), text("pong pong "));
}

#[test]
fn a_ping_that_is_not_answered_is_not_waited_for() {
    let server = server(WebSocketLimits::new().ping_timeout(Duration::from_millis(20)));
    let mut raw = Raw::open(&server, "/ping");
    pinged(&mut raw);
    assert_eq!(raw.frame(), text("nothing"));
    assert_eq!(raw.close_code(), 1000);
}

#[test]
fn who_waits_for_a_pong_hears_the_end() {
    let server = server(WebSocketLimits::new());
    let mut raw = Raw::open(&server, "/twice");
    let payload = pinged(&mut raw);
    pinged(&mut raw);
    // The first is answered, and the second is not.
    raw.send(&frame(PONG, true, &payload));
    raw.send(&frame(CLOSE, true, b"\x0f\xa1"));
    assert_eq!(raw.close_code(), 4001);
    assert!(raw.ends());
}

#[test]
fn a_client_of_the_tests_answers_as_others_do() {
    let client = TestClient::new(App::of(module_path!()));
    let mut ws = client.websocket("/ping").connect();
    assert_eq!(ws.receive_text(), "pong ");
    ws.expect_close(1000);
    let mut ws = client.websocket("/chat").connect();
    for number in 0..100 {
        ws.send_text(&number.to_string());
    }
    let said: Vec<_> = (0..103).map(|_| ws.receive_text()).collect();
    let (pongs, echoes): (Vec<_>, Vec<_>) = said.into_iter().partition(|text| text == "pong ");
    assert_eq!(pongs.len(), 3);
    assert!(
        echoes
            .iter()
            .map(|text| text.parse())
            .eq((0..100).map(Ok::<u32, _>))
    );
}
