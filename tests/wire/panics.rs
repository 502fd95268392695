//! A handler that panics: the client gets 500, and everything else goes on.

use fastr::{App, Next, Request, Response, get};
use tokio::task::yield_now;

use crate::support::{Server, json};

#[get("/plain")]
fn plain() -> bool {
    panic!("in a fn")
}

#[get("/at-once")]
async fn at_once() -> bool {
    panic!("in an async fn that never waits")
}

/// What the compiler does not see through.
fn here() -> bool {
    std::hint::black_box(true)
}

#[get("/before")]
async fn before() -> bool {
    assert!(!here(), "before the first await");
    yield_now().await;
    true
}

#[get("/after")]
async fn after() -> bool {
    yield_now().await;
    panic!("after an await")
}

#[get("/blocking", blocking)]
fn blocking() -> bool {
    panic!("on the pool")
}

#[get("/fine")]
async fn fine() -> bool {
    true
}

#[test]
fn a_panic_is_answered_500_and_the_connection_lives_on() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    for path in ["/plain", "/at-once", "/before", "/after", "/blocking"] {
        assert_eq!(
            connection.ask(&format!("GET {path}"), ""),
            json(
                "500 Internal Server Error",
                r#"{"detail":"Internal Server Error"}"#
            ),
            "{path}"
        );
        assert_eq!(
            connection.ask("GET /fine", ""),
            json("200 OK", "true"),
            "after {path}"
        );
    }
    assert_eq!(server.ask("GET /fine", ""), json("200 OK", "true"));
}

/// Panics before the operation, after it, or while it waits.
async fn panicky(request: Request, next: Next) -> Response {
    let when = request.uri().query().unwrap_or_default().to_owned();
    assert_ne!(when, "before", "as asked");
    let response = next.run(request).await;
    assert_ne!(when, "after", "as asked");
    yield_now().await;
    assert_ne!(when, "later", "as asked");
    response
}

#[test]
fn a_middleware_that_panics_is_answered_500_and_the_connection_lives_on() {
    let server = Server::start(App::of(module_path!()).add_middleware(panicky));
    let mut connection = server.connect();
    for path in [
        "/fine?before",
        "/fine?after",
        "/fine?later",
        "/nowhere?later",
        "/after",
    ] {
        assert_eq!(
            connection.ask(&format!("GET {path}"), ""),
            json(
                "500 Internal Server Error",
                r#"{"detail":"Internal Server Error"}"#
            ),
            "{path}"
        );
        assert_eq!(
            connection.ask("GET /fine", ""),
            json("200 OK", "true"),
            "after {path}"
        );
    }
}

#[test]
fn a_panic_before_the_answer_to_head_has_no_body() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    let head = connection.ask("HEAD /after", "");
    assert!(head.starts_with("HTTP/1.1 500 Internal Server Error\n"), "{head}");
    assert!(head.contains("content-length: 34\n"), "{head}");
    assert_eq!(connection.ask("GET /fine", ""), json("200 OK", "true"));
}
