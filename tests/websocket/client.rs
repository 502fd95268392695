//! What the test client sees: messages, close codes, and the statuses of refusals.

use std::time::Duration;

use fastr::{CloseFrame, TestClient, WebSocketLimits, close};
use serde_json::json;

use crate::echo::app;

#[test]
fn messages_go_both_ways() {
    let client = TestClient::new(app());
    let mut ws = client.websocket("/echo").connect();
    ws.send_text("hello");
    assert_eq!(ws.receive_text(), "hello");
    ws.send_bytes(&b"\0\xff"[..]);
    assert_eq!(&ws.receive_bytes()[..], b"\0\xff");
    ws.send_json(&json!({ "a": [1, 2] }));
    assert_eq!(ws.receive_json::<serde_json::Value>(), json!({ "a": [1, 2] }));
    let long = "x".repeat(300_000);
    ws.send_text(&long);
    assert_eq!(ws.receive_text(), long);
    let over = ws.close(&close!(4001, "enough"));
    assert_eq!((over.code, &*over.reason), (4001, "enough"));
}

#[test]
fn parameters_come_from_everywhere() {
    let client = TestClient::new(app());
    let request = client.websocket("/items/7/ws").query("q", "abc");
    let mut ws = request
        .header("x-token", "t")
        .header("cookie", "session=s")
        .connect();
    let said = r#"hello 7 Some("abc") Some("t") Some("s") /items/7/ws"#;
    assert_eq!(ws.receive_text(), said);
    ws.expect_close(1000);
}

#[test]
fn parameters_that_are_wrong_are_told_before_the_upgrade() {
    let client = TestClient::new(app());
    let refusal = client.websocket("/items/seven/ws").query("q", "abcd").refused();
    assert_eq!(refusal.status(), 422);
    let body: serde_json::Value = refusal.json();
    let places: Vec<_> = body["detail"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["loc"])
        .collect();
    assert_eq!(places, [&json!(["path", "item_id"]), &json!(["query", "q"])]);
}

#[test]
fn a_handler_ends_with_its_code() {
    let client = TestClient::new(app());
    for (command, code, reason) in [
        (json!({ "end": "return" }), 1000, ""),
        (
            json!({ "end": "err", "code": 4001, "reason": "kicked" }),
            4001,
            "kicked",
        ),
        (json!({ "end": "constant" }), 1008, "no token"),
        (
            json!({ "end": "close", "code": 1001, "reason": "gone" }),
            1001,
            "gone",
        ),
        (json!({ "end": "panic" }), 1011, ""),
        (json!({ "end": "unexpected" }), 1011, ""),
        // A code that may not be sent is a mistake of the program, and not sent.
        (json!({ "end": "err", "code": 1006 }), 1011, ""),
        (
            json!({ "end": "err", "code": 4000, "reason": "x".repeat(124) }),
            1011,
            "",
        ),
        (json!({ "end": "nonsense" }), 4000, "what is nonsense?"),
        (
            json!({ "fin": 1 }),
            1007,
            "missing field `end` at line 1 column 9",
        ),
    ] {
        let mut ws = client.websocket("/end").connect();
        ws.send_json(&command);
        assert_eq!(ws.expect_close(code), reason, "{command}");
    }
}

#[test]
fn a_handler_ends_with_every_code_that_may_be_sent() {
    let client = TestClient::new(app());
    let registered = (1000..=1003).chain(1007..=1014);
    for code in registered.chain([3000, 3999, 4000, 4999]) {
        for end in ["err", "close"] {
            let mut ws = client.websocket("/end").connect();
            ws.send_json(&json!({ "end": end, "code": code, "reason": "why" }));
            assert_eq!(ws.expect_close(code), "why");
        }
    }
}

#[test]
fn a_message_of_the_wrong_kind_closes_with_1003() {
    let client = TestClient::new(app());
    let mut ws = client.websocket("/end").connect();
    ws.send_json(&json!({ "end": "bytes" }));
    ws.send_text("text");
    assert_eq!(ws.expect_close(1003), "bytes are wanted here, and not a text");
    let mut ws = client.websocket("/end").connect();
    ws.send_json(&json!({ "end": "text" }));
    ws.send_bytes(&b"bytes"[..]);
    assert_eq!(ws.expect_close(1003), "a text is wanted here, and not bytes");
}

#[test]
fn a_handshake_is_accepted_or_rejected() {
    let client = TestClient::new(app());
    let decide = |how: &str| client.websocket("/decide").query("how", how);
    let mut ws = decide("accept")
        .header("sec-websocket-protocol", "soap, chat")
        .connect();
    assert_eq!(ws.subprotocol(), Some("chat"));
    assert_eq!(ws.header("x-room"), Some("blue"));
    assert_eq!(ws.receive_text(), r#"Some("chat")"#);
    ws.expect_close(1000);
    assert_eq!(decide("accept").connect().subprotocol(), None);

    let refusal = decide("401").refused();
    assert_eq!(refusal.status(), 401);
    assert_eq!(refusal.header("www-authenticate"), Some("Bearer"));
    assert_eq!(refusal.text(), r#"{"detail":"log in first"}"#);
    for (how, status) in [
        ("drop", 403),
        ("close", 403),
        ("nothing", 403),
        ("error", 500),
        ("panic", 500),
    ] {
        assert_eq!(decide(how).refused().status(), status, "{how}");
    }
}

#[test]
#[should_panic(expected = "answered 402 Payment Required, which it does not declare; add `raises(402)`")]
fn a_rejection_has_a_status_that_was_declared() {
    let client = TestClient::new(app());
    client.websocket("/decide").query("how", "undeclared").refused();
}

#[test]
fn a_handler_that_does_not_decide_is_not_waited_for() {
    let limits = WebSocketLimits::new()
        .handshake_timeout(Duration::from_millis(20))
        .connections(1);
    let client = TestClient::new(app().websockets(limits));
    let refusal = client.websocket("/decide").query("how", "never").refused();
    assert_eq!(refusal.status(), 503);
    // Its place is free again.
    client.websocket("/echo").connect();
}

#[test]
fn there_are_only_so_many() {
    let client = TestClient::new(app().websockets(WebSocketLimits::new().connections(2)));
    let first = client.websocket("/echo").connect();
    let _second = client.websocket("/echo").connect();
    let refusal = client.websocket("/echo").refused();
    assert_eq!(refusal.status(), 503);
    assert_eq!(refusal.header("retry-after"), Some("10"));
    first.close(&CloseFrame::new(1000, "").unwrap());
    client.websocket("/echo").connect();
}

#[test]
fn pages_of_other_sites_are_kept_out() {
    let from = |client: &TestClient, origin: &str| {
        let request = client.websocket("/decide").query("how", "drop");
        let text = request.header("origin", origin).refused().text().to_owned();
        text.contains("origin")
    };
    let client = TestClient::new(app());
    assert!(!from(&client, "https://testserver"));
    assert!(from(&client, "https://evil.example"));
    assert!(from(&client, "https://testserver.evil.example"));
    assert!(from(&client, "null"));
    let others = WebSocketLimits::new().origins(["https://friend.example"]);
    let client = TestClient::new(app().websockets(others));
    assert!(!from(&client, "https://friend.example"));
    assert!(from(&client, "http://friend.example"));
    let client = TestClient::new(app().websockets(WebSocketLimits::new().any_origin()));
    assert!(!from(&client, "https://evil.example"));
}

#[test]
fn messages_are_a_stream() {
    let client = TestClient::new(app());
    let mut ws = client.websocket("/iter").connect();
    for number in [3, 2, 1, 0] {
        ws.send_json(&number);
    }
    assert_eq!(ws.receive_json::<Vec<u32>>(), [3, 2, 1, 0]);
    ws.send_text("loud");
    assert_eq!(ws.receive_text(), "LOUD");
}

#[test]
fn a_request_that_asks_for_no_websocket_is_told_so() {
    let client = TestClient::new(app());
    let response = client.get("/echo").send();
    assert_eq!(response.status(), 426);
    assert_eq!(response.header("upgrade"), Some("websocket"));
    let response = client.post("/echo").send();
    assert_eq!(response.status(), 405);
    assert_eq!(response.header("allow"), Some("GET, OPTIONS"));
}

#[test]
fn a_page_and_a_websocket_can_have_one_path() {
    let client = TestClient::new(app());
    assert_eq!(client.get("/both").send().text(), "\"a page\"");
    assert_eq!(client.websocket("/both").connect().receive_text(), "a WebSocket");
    // Who asks for another protocol gets the page.
    assert_eq!(client.get("/both").header("upgrade", "h2c").send().status(), 200);
}

#[test]
fn what_led_to_no_websocket_has_caught_nothing() {
    let client = TestClient::new(app());
    let request = client.get("/rooms/7/door").header("upgrade", "websocket");
    assert_eq!(request.send().text(), "\"7 door\"");
}
