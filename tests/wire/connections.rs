//! Connections: kept open, closed on request, pipelined, and what is not HTTP.

use fastr::{App, get, post};
use tokio::task::yield_now;

use crate::support::{Server, header, json, request, with};

#[get("/number/{number}")]
async fn at_once(number: u32) -> String {
    number.to_string()
}

#[get("/later/{number}")]
async fn later(number: u32) -> String {
    for _ in 0..5 {
        yield_now().await;
    }
    number.to_string()
}

#[post("/unread")]
async fn unread() -> bool {
    true
}

fn server() -> Server {
    Server::start(App::of(module_path!()))
}

#[test]
fn a_connection_is_kept_open() {
    let server = server();
    let mut connection = server.connect();
    for number in 0..50 {
        let expected = json("200 OK", &format!("\"{number}\""));
        assert_eq!(connection.ask(&format!("GET /number/{number}"), ""), expected);
    }
}

#[test]
fn pipelined_requests_are_answered_in_their_order() {
    let server = server();
    let mut connection = server.connect();
    let lines: Vec<String> = (0..40)
        .map(|number| match number % 2 {
            0 => format!("GET /number/{number}"),
            _ => format!("GET /later/{number}"),
        })
        .collect();
    let requests: String = lines.iter().map(|line| request(line, "")).collect();
    connection.send(requests);
    for number in 0..40 {
        assert_eq!(connection.answer(), json("200 OK", &format!("\"{number}\"")));
    }
}

/// An answer that is there is sent, whatever has come of the next request.
#[test]
fn an_answer_does_not_wait_for_the_rest_of_the_next_request() {
    let server = server();
    let mut connection = server.connect();
    let (first, second) = (request("GET /number/1", ""), request("GET /later/2", ""));
    let (begin, rest) = second.split_at(10);
    connection.send(first + begin);
    assert_eq!(connection.answer(), json("200 OK", "\"1\""));
    connection.send(rest);
    assert_eq!(connection.answer(), json("200 OK", "\"2\""));
}

#[test]
fn a_client_that_asks_for_the_end_gets_it() {
    let server = server();
    let mut connection = server.connect();
    connection.send("GET /number/1 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    let headers = [
        "content-type: application/json",
        "connection: close",
        "content-length: 3",
    ];
    let answer = connection.answer();
    assert_eq!(sorted(&answer), sorted(&with("200 OK", &headers, "\"1\"")));
    assert!(connection.ends());
}

/// The lines of an answer whose headers can come in any order.
fn sorted(answer: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = answer.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn http_1_0_is_answered_and_closed() {
    let server = server();
    let mut connection = server.connect();
    connection.send("GET /later/7 HTTP/1.0\r\n\r\n");
    let head = connection.head();
    assert!(head.starts_with("HTTP/1.0 200 OK\n"), "{head}");
    assert_eq!(header(&head, "content-length"), Some("3"));
}

#[test]
fn a_client_that_has_said_all_still_gets_its_answer() {
    let server = server();
    let mut connection = server.connect();
    connection.send(request("GET /later/7", ""));
    connection.send_end();
    assert_eq!(connection.answer(), json("200 OK", "\"7\""));
    assert!(connection.ends());
}

#[test]
fn a_body_that_nobody_reads_does_not_stand_in_the_way() {
    let server = server();
    let mut connection = server.connect();
    assert_eq!(
        connection.ask("POST /unread", r#"{"unread":true}"#),
        json("200 OK", "true")
    );
    assert_eq!(connection.ask("GET /number/1", ""), json("200 OK", "\"1\""));
}

#[test]
fn what_is_not_http_is_answered_400_and_closed() {
    let server = server();
    for bytes in [
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET /\u{1} HTTP/1.1\r\n\r\n",
    ] {
        let mut connection = server.connect();
        connection.send(bytes);
        let head = connection.head();
        assert!(
            head.starts_with("HTTP/1.1 400 Bad Request\n"),
            "{bytes:?}: {head}"
        );
        assert!(connection.ends());
    }
    assert_eq!(server.ask("GET /number/1", ""), json("200 OK", "\"1\""));
}

#[test]
fn slow_bytes_are_put_together() {
    let server = server();
    let mut connection = server.connect();
    for byte in request("GET /number/1", "").bytes() {
        connection.send([byte]);
    }
    assert_eq!(connection.answer(), json("200 OK", "\"1\""));
}
