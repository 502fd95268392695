//! Every form a handler's function can have.

use std::thread;

use fastr::{App, RequestParts, ResponseParts, get};
use tokio::task::yield_now;

use crate::support::{Server, with};

fn here() -> String {
    thread::current()
        .name()
        .unwrap_or("a thread without a name")
        .to_owned()
}

#[get("/fn")]
fn plain() -> String {
    here()
}

#[get("/async")]
async fn without_await() -> String {
    here()
}

#[get("/await")]
async fn with_await() -> String {
    let before = here();
    yield_now().await;
    assert_eq!(before, here(), "a request stays on its thread");
    before
}

#[get("/blocking", blocking)]
fn blocking() -> String {
    here()
}

#[get("/lent", responses(200), blocking)]
fn lent(q: String, request: &RequestParts, response: &mut ResponseParts) -> String {
    response.set_header("x-method", request.method.as_str());
    q
}

#[get("/lent-await", responses(200))]
async fn lent_await(q: String, request: &RequestParts, response: &mut ResponseParts) -> String {
    yield_now().await;
    response.set_header("x-method", request.method.as_str());
    q
}

#[test]
fn only_a_blocking_function_leaves_the_thread_of_its_connection() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    let serving = connection.ask("GET /fn", "");
    assert_eq!(connection.ask("GET /async", ""), serving);
    assert_eq!(connection.ask("GET /await", ""), serving);
    let elsewhere = connection.ask("GET /blocking", "");
    assert!(elsewhere.starts_with("HTTP/1.1 200 OK\n"), "{elsewhere}");
    assert_ne!(elsewhere, serving);
}

#[test]
fn what_is_lent_comes_back_from_a_function_that_waits() {
    let server = Server::start(App::of(module_path!()));
    for path in ["/lent", "/lent-await"] {
        let headers = [
            "x-method: GET",
            "content-type: application/json",
            "content-length: 5",
        ];
        assert_eq!(
            server.ask(&format!("GET {path}?q=abc"), ""),
            with("200 OK", &headers, "\"abc\"")
        );
    }
}

/// The function is left as it was.
#[test]
fn an_operation_can_be_called_as_a_function() {
    assert_eq!(plain(), here());
    assert_eq!(blocking(), here());
}
