//! Statuses without a body (RFC 9110, sections 6.4.1, 8.6 and 15.3.6), however they come about.

use std::convert::Infallible;

use fastr::{App, Body, HttpException, Response, ResponseParts, get};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

use crate::support::{Connection, Server, bare, json, spawn, with};

#[get("/204", status_code = 204)]
async fn no_content() {}

#[get("/205", status_code = 205)]
async fn reset_content() {}

#[get("/304", status_code = 304)]
async fn not_modified() {}

#[get("/raw/{code}", responses(200 = "Any", 204, 205, 304))]
async fn raw(code: u16) -> Response {
    raw_response(code)
}

/// Everything such a response must not have.
fn raw_response(code: u16) -> Response {
    let mut response = Response::new(Body::from("a body"));
    *response.status_mut() = code.try_into().expect("a status");
    let headers = response.headers_mut();
    headers.insert("content-type", "text/plain".parse().expect("a value"));
    headers.insert("content-length", "6".parse().expect("a value"));
    headers.insert("etag", "\"1\"".parse().expect("a value"));
    response
}

#[get("/raised/{code}", raises(204, 205, 304))]
async fn raised(code: u16) -> Result<(), HttpException> {
    Err(HttpException::new(code, "a body").header("etag", "\"1\""))
}

#[get("/set/{code}", responses(204, 205, 304))]
async fn set(code: u16, response: &mut ResponseParts) -> String {
    response.set_status(code);
    response.set_header("content-type", "text/plain");
    "a body".to_owned()
}

#[get("/after")]
async fn after() -> bool {
    true
}

/// Asks, and then asks something else on the same connection: a byte too many would stand before its answer.
fn ask(line: &str) -> String {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    let answer = connection.ask(line, "");
    assert_eq!(
        connection.ask("GET /after", ""),
        json("200 OK", "true"),
        "after {line}"
    );
    answer
}

#[test]
fn a_204_and_a_304_have_neither_length_nor_type() {
    assert_eq!(ask("GET /204"), bare("204 No Content"));
    assert_eq!(ask("GET /304"), bare("304 Not Modified"));
}

#[test]
fn a_205_has_the_length_nought_and_no_type() {
    let expected = with("205 Reset Content", &["content-length: 0"], "");
    assert_eq!(ask("GET /205"), expected);
    assert_eq!(ask("GET /set/205"), expected);
}

#[test]
fn a_status_that_was_set_takes_the_body_away() {
    assert_eq!(ask("GET /set/204"), bare("204 No Content"));
    assert_eq!(ask("GET /set/304"), bare("304 Not Modified"));
}

#[test]
fn a_returned_response_and_a_raised_error_lose_what_their_status_forbids() {
    for source in ["raw", "raised"] {
        let etag = "etag: \"1\"";
        assert_eq!(
            ask(&format!("GET /{source}/204")),
            with("204 No Content", &[etag], "")
        );
        assert_eq!(
            ask(&format!("GET /{source}/304")),
            with("304 Not Modified", &[etag], "")
        );
        assert_eq!(
            ask(&format!("GET /{source}/205")),
            with("205 Reset Content", &[etag, "content-length: 0"], "")
        );
    }
}

#[test]
fn head_is_answered_alike() {
    assert_eq!(ask("HEAD /204"), bare("204 No Content"));
    assert_eq!(
        ask("HEAD /205"),
        with("205 Reset Content", &["content-length: 0"], "")
    );
    assert_eq!(ask("HEAD /304"), bare("304 Not Modified"));
}

/// hyper sends a 205 with whatever body it has, which is why fastr takes it away.
#[test]
fn hyper_alone_sends_a_205_with_a_body() {
    let answer = |request: hyper::Request<hyper::body::Incoming>| async move {
        let mut response = raw_response(205);
        if request.uri().path() == "/empty" {
            *response.body_mut() = Body::empty();
            response.headers_mut().remove("content-length");
        }
        Ok::<_, Infallible>(response)
    };
    let address = spawn(move |listener| async move {
        let (socket, _) = listener.accept().await.expect("a connection");
        let http = hyper::server::conn::http1::Builder::new();
        let served = http.serve_connection(TokioIo::new(socket), service_fn(answer));
        served.await.expect("the connection is served");
    });
    let mut connection = Connection::open(address);
    let typed = ["content-type: text/plain", "content-length: 6", "etag: \"1\""];
    assert_eq!(
        connection.ask("GET /body", ""),
        with("205 Reset Content", &typed, "a body")
    );
    let typed = ["content-type: text/plain", "etag: \"1\"", "content-length: 0"];
    assert_eq!(
        connection.ask("GET /empty", ""),
        with("205 Reset Content", &typed, "")
    );
}
