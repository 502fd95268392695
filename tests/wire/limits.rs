//! The greatest body that is read into memory, and bodies that break off.

use fastr::{App, Request, model, post};

use crate::support::{Server, json, request};

/// A text.
#[model]
struct Text {
    text: String,
}

#[post("/json")]
async fn length(text: Text) -> String {
    text.text.len().to_string()
}

#[post("/stream")]
async fn stream(request: Request) -> String {
    let body = request
        .into_body()
        .collect(1000)
        .await
        .expect("the body is small enough");
    body.len().to_string()
}

/// Less than others.
#[post("/small", body_limit = 15)]
async fn small(text: Text) -> String {
    text.text.len().to_string()
}

const LARGE: usize = 4 * 1024;

/// More than others.
#[post("/large", body_limit = LARGE)]
async fn large(text: Text) -> String {
    text.text.len().to_string()
}

fn server() -> Server {
    Server::start(App::of(module_path!()).body_limit(20))
}

/// A body of this length.
fn body(length: usize) -> String {
    let text = "x".repeat(length - r#"{"text":""}"#.len());
    format!(r#"{{"text":"{text}"}}"#)
}

const JSON: &str = "host: localhost\r\ncontent-type: application/json\r\n";

/// How the answer begins and ends; whether the connection goes on depends on what was read of the body.
fn assert_too_large(answer: &str) {
    assert!(
        answer.starts_with("HTTP/1.1 413 Payload Too Large\ncontent-type: application/json\n"),
        "{answer}"
    );
    assert!(
        answer.ends_with("\n\n{\"detail\":\"The body is larger than 20 bytes\"}"),
        "{answer}"
    );
}

#[test]
fn a_body_of_just_the_limit_is_read() {
    let server = server();
    let mut connection = server.connect();
    for length in [11, 20] {
        let expected = format!("\"{}\"", length - 11);
        assert_eq!(
            connection.ask("POST /json", &body(length)),
            json("200 OK", &expected)
        );
    }
}

#[test]
fn a_body_that_announces_more_is_refused_before_it_comes() {
    let server = server();
    let mut connection = server.connect();
    connection.send(format!("POST /json HTTP/1.1\r\n{JSON}content-length: 21\r\n\r\n"));
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(
        answer.ends_with("\n\n{\"detail\":\"The body is larger than 20 bytes\"}"),
        "{answer}"
    );
    assert_eq!(server.ask("POST /json", &body(11)), json("200 OK", "\"0\""));
}

#[test]
fn a_body_that_is_too_large_is_refused_though_it_has_come() {
    let server = server();
    for length in [21, 100, 10_000] {
        let mut connection = server.connect();
        connection.send(request("POST /json", &body(length)));
        assert_too_large(&connection.answer());
    }
}

#[test]
fn a_body_in_chunks_is_refused_once_it_is_too_large() {
    let server = server();
    let mut connection = server.connect();
    connection.send(format!(
        "POST /json HTTP/1.1\r\n{JSON}transfer-encoding: chunked\r\n\r\n"
    ));
    connection.send("b\r\n{\"text\":\"xx\r\n");
    connection.send("b\r\nxxxxxxxxxxx\r\n");
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(
        answer.ends_with("\n\n{\"detail\":\"The body is larger than 20 bytes\"}"),
        "{answer}"
    );
}

#[test]
fn a_body_in_chunks_is_put_together() {
    let server = server();
    let mut connection = server.connect();
    connection.send(format!(
        "POST /json HTTP/1.1\r\n{JSON}transfer-encoding: chunked\r\n\r\n"
    ));
    connection.send("9\r\n{\"text\":\"\r\n1\r\nx\r\n");
    connection.send("1;name=value\r\ny\r\n1\r\n\"\r\n1\r\n}\r\n0\r\n\r\n");
    assert_eq!(connection.answer(), json("200 OK", "\"2\""));
    assert_eq!(connection.ask("POST /json", &body(12)), json("200 OK", "\"1\""));
}

#[test]
fn a_body_of_many_reads_is_put_together() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    for length in [1_000_000, 2 * 1024 * 1024, 100] {
        let expected = format!("\"{}\"", length - 11);
        assert_eq!(
            connection.ask("POST /json", &body(length)),
            json("200 OK", &expected)
        );
    }
}

/// The limit is for what fastr reads into memory; a handler that takes the request sets its own.
#[test]
fn a_request_as_a_whole_has_no_limit() {
    assert_eq!(
        server().ask("POST /stream", &body(200)),
        json("200 OK", "\"200\"")
    );
}

#[test]
fn a_body_that_breaks_off_is_answered_400() {
    let server = server();
    let mut connection = server.connect();
    connection.send(request("POST /json", &body(20)).trim_end_matches("\"}"));
    connection.send_end();
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 400 Bad Request\n"), "{answer}");
    assert!(answer.contains("\nconnection: close\n"), "{answer}");
    assert!(
        answer.ends_with("\n\n{\"detail\":\"There was an error reading the body\"}"),
        "{answer}"
    );
}

#[test]
fn an_operation_may_have_a_limit_of_its_own() {
    let server = server();
    for (path, limit) in [("/small", 15), ("/json", 20), ("/large", LARGE)] {
        let line = format!("POST {path}");
        let expected = format!("\"{}\"", limit - 11);
        assert_eq!(
            server.ask(&line, &body(limit)),
            json("200 OK", &expected),
            "{path}"
        );
        let refused = server.ask(&line, &body(limit + 1));
        assert!(refused.starts_with("HTTP/1.1 413 "), "{path}: {refused}");
        let detail = format!("{{\"detail\":\"The body is larger than {limit} bytes\"}}");
        assert!(refused.ends_with(&detail), "{path}: {refused}");
    }
}

#[test]
fn the_document_says_the_limit_of_an_operation() {
    let document = App::of(module_path!()).openapi().expect("a document");
    let said = |path: &str| document["paths"][path]["post"]["responses"]["413"]["description"].clone();
    assert_eq!(said("/small"), "The body is larger than 15 bytes");
    assert_eq!(said("/large"), "The body is larger than 4096 bytes");
    assert_eq!(said("/json"), "Content Too Large");
}

/// A client that waits for `100 Continue` before it sends its body gets it, or the refusal.
#[test]
fn an_expected_continue_is_sent_only_for_a_body_that_is_wanted() {
    let server = server();
    let ask = |length: usize| {
        let mut connection = server.connect();
        connection.send(format!(
            "POST /json HTTP/1.1\r\n{JSON}expect: 100-continue\r\ncontent-length: {length}\r\n\r\n"
        ));
        connection
    };
    let mut wanted = ask(12);
    assert_eq!(wanted.interim(), "HTTP/1.1 100 Continue");
    wanted.send(body(12));
    assert_eq!(wanted.answer(), json("200 OK", "\"1\""));
    assert_too_large(&ask(21).answer());
}
