//! Requests that one server reads otherwise than another, and that could so hide a second one: each is refused, or read as
//! RFC 9112 wants it, and where the end of a request is in doubt the connection is closed.

use fastr::{App, PlainText, get, model, post};

use crate::support::{Server, json, with};

/// A text.
#[model]
struct Text {
    text: String,
}

#[post("/text")]
async fn text(text: Text) -> PlainText<String> {
    PlainText(text.text)
}

#[get("/smuggled")]
async fn smuggled() {
    panic!("a request was smuggled in")
}

#[get("/next")]
async fn next() -> bool {
    true
}

fn server() -> Server {
    Server::start(App::of(module_path!()))
}

const BODY: &str = r#"{"text":"a"}"#;
const CHUNKED: &str = "c\r\n{\"text\":\"a\"}\r\n0\r\n\r\n";
const SMUGGLED: &str = "GET /smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n";

/// All that comes back for a request with these headers and this body, when another one stands behind it.
fn post(headers: &str, body: &str) -> String {
    let head = "POST /text HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let server = server();
    let mut connection = server.connect();
    connection.send(format!("{head}{headers}\r\n{body}{SMUGGLED}"));
    connection.all_that_comes()
}

/// The status, and whether nothing of the smuggled request was answered.
fn status(answers: &str) -> &str {
    assert_eq!(answers.matches("HTTP/1.1 ").count(), 1, "one answer: {answers}");
    answers.get(9..12).expect("a status")
}

#[test]
fn the_length_of_a_body_is_told_once() {
    for length in [
        "content-length: 12\r\ncontent-length: 3",
        "content-length: 12, 12",
        "content-length: +12",
        "content-length: -1",
        "content-length: 0xc",
        "content-length: 12a",
        "content-length:",
        "content-length: 99999999999999999999999",
        "content-length : 12",
        "content-length\t: 12",
    ] {
        let answers = post(&format!("{length}\r\n"), BODY);
        assert_eq!(status(&answers), "400", "{length:?}: {answers}");
    }
}

/// RFC 9112, section 6.3: the chunks count, and the connection is closed.
#[test]
fn chunks_go_before_a_length() {
    for headers in [
        "content-length: 12\r\ntransfer-encoding: chunked\r\n",
        "transfer-encoding: chunked\r\ncontent-length: 12\r\n",
        "content-length: 3\r\ntransfer-encoding: chunked\r\n",
    ] {
        let answers = post(headers, CHUNKED);
        assert_eq!(status(&answers), "200", "{headers:?}: {answers}");
    }
}

#[test]
fn a_body_that_is_encoded_otherwise_is_refused() {
    for (encoding, expected) in [
        ("identity", "400"),
        ("xchunked", "400"),
        ("chunked, gzip", "400"),
        ("\u{b}chunked", "400"),
        ("gzip, chunked", "501"),
        ("chunked, chunked", "501"),
        ("chunked\r\ntransfer-encoding: chunked", "501"),
    ] {
        let answers = post(&format!("transfer-encoding: {encoding}\r\n"), CHUNKED);
        assert_eq!(status(&answers), expected, "{encoding:?}: {answers}");
    }
}

#[test]
fn chunks_have_one_form() {
    for chunks in [
        "zz\r\n{\"text\":\"a\"}\r\n0\r\n\r\n",
        "-1\r\n{\"text\":\"a\"}\r\n0\r\n\r\n",
        "0xc\r\n{\"text\":\"a\"}\r\n0\r\n\r\n",
        "c\n{\"text\":\"a\"}\r\n0\r\n\r\n",
        "c\r{\"text\":\"a\"}\r\n0\r\n\r\n",
        "c;a\nb\r\n{\"text\":\"a\"}\r\n0\r\n\r\n",
        "3\r\n{\"text\":\"a\"}\r\n0\r\n\r\n",
        "c\r\n{\"text\":\"a\"}0\r\n\r\n",
        "ffffffffffffffffff\r\n{\"text\":\"a\"}\r\n0\r\n\r\n",
    ] {
        let answers = post("transfer-encoding: chunked\r\n", chunks);
        assert_eq!(status(&answers), "400", "{chunks:?}: {answers}");
    }
}

/// What stands behind the last chunk belongs to it, and says nothing of what follows.
#[test]
fn a_trailer_is_no_header() {
    let server = server();
    let mut connection = server.connect();
    let head = "POST /text HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let chunks = "c\r\n{\"text\":\"a\"}\r\n0\r\ncontent-length: 100\r\nhost: b\r\n\r\n";
    connection.send(format!("{head}transfer-encoding: chunked\r\n\r\n{chunks}"));
    let headers = ["content-type: text/plain; charset=utf-8", "content-length: 1"];
    assert_eq!(connection.answer(), with("200 OK", &headers, "a"));
    assert_eq!(connection.ask("GET /next", ""), json("200 OK", "true"));
}

#[test]
fn a_head_has_one_form() {
    for head in [
        "GET /next HTTP/1.1\r\nhost: a\r\nx: b\r\n c\r\n\r\n",
        "GET /next HTTP/1.1\r\n host: a\r\n\r\n",
        "GET /next HTTP/1.1\r\nhost: a\r\nx: b\rc\r\n\r\n",
        "GET /next HTTP/1.1\r\nhost: a\r\nx: b\0c\r\n\r\n",
        "GET /next HTTP/1.1\r\nhost: a\r\nx\0: b\r\n\r\n",
        "GET /next HTTP/1.1\r\nhost: a\r\nx y\r\n\r\n",
        "GET /next HTTP/1.1\r\nhost: a\r\n: y\r\n\r\n",
        "GET  /next HTTP/1.1\r\nhost: a\r\n\r\n",
        "GET /next HTTP/1.2\r\nhost: a\r\n\r\n",
        "GET /next HTTP/2.0\r\nhost: a\r\n\r\n",
        "GET /next\r\n\r\n",
        "POST /text HTTP/1.0\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n",
    ] {
        let server = server();
        let mut connection = server.connect();
        connection.send(format!("{head}{SMUGGLED}"));
        let answers = connection.all_that_comes();
        assert_eq!(status(&answers), "400", "{head:?}: {answers}");
    }
}

#[test]
fn a_request_has_one_host() {
    for hosts in ["", "host: a\r\nhost: a\r\n", "host: a b\r\n", "host: a/next\r\n"] {
        let server = server();
        let mut connection = server.connect();
        connection.send(format!("GET /next HTTP/1.1\r\n{hosts}\r\n{SMUGGLED}"));
        let answers = connection.all_that_comes();
        assert_eq!(status(&answers), "400", "{hosts:?}: {answers}");
        assert!(
            answers.ends_with("{\"detail\":\"Invalid host header\"}"),
            "{answers}"
        );
    }
}

#[test]
fn a_target_has_one_of_its_forms() {
    let server = server();
    let mut connection = server.connect();
    let no_path = json(
        "400 Bad Request",
        "{\"detail\":\"The target of the request is no path\"}",
    );
    for (line, expected) in [
        ("GET http://localhost/next", json("200 OK", "true")),
        (
            "OPTIONS *",
            with("204 No Content", &["allow: GET, POST, HEAD, OPTIONS"], ""),
        ),
        ("GET *", no_path.clone()),
        ("CONNECT localhost:443", no_path.clone()),
        ("GET next", no_path),
        (
            "GET /../../etc/passwd",
            json("404 Not Found", "{\"detail\":\"Not Found\"}"),
        ),
        ("GET /%00", json("404 Not Found", "{\"detail\":\"Not Found\"}")),
    ] {
        assert_eq!(connection.ask(line, ""), expected, "{line}");
    }
}

/// RFC 9110, section 7.8: a server may ignore an upgrade.
#[test]
fn an_unknown_upgrade_is_ignored() {
    let server = server();
    let mut connection = server.connect();
    for upgrade in [
        "connection: upgrade\r\nupgrade: tea\r\n",
        "connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\n",
    ] {
        connection.send(format!("GET /next HTTP/1.1\r\nhost: localhost\r\n{upgrade}\r\n"));
        assert_eq!(connection.answer(), json("200 OK", "true"));
    }
}

/// RFC 9110, section 10.1.1: the body is asked for once it is wanted, and not when it is refused anyhow.
#[test]
fn a_body_is_asked_for_when_it_is_wanted() {
    let server = server();
    let head = |path: &str, length: usize| {
        format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\nexpect: 100-continue\r\n\r\n"
        )
    };
    let mut connection = server.connect();
    connection.send(head("/text", BODY.len()));
    assert_eq!(connection.interim(), "HTTP/1.1 100 Continue");
    connection.send(BODY);
    let headers = ["content-type: text/plain; charset=utf-8", "content-length: 1"];
    assert_eq!(connection.answer(), with("200 OK", &headers, "a"));
    for (path, length, expected) in [("/nowhere", 12, "404"), ("/text", 100_000_000, "413")] {
        let mut connection = server.connect();
        connection.send(head(path, length));
        let answer = connection.answer();
        assert_eq!(answer.get(9..12), Some(expected), "{answer}");
        connection.send_end();
        assert!(connection.ends());
    }
}
