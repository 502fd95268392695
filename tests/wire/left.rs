//! Bodies that are left behind: an answer that goes out before its request has come whole says that the connection ends with
//! it (RFC 9112, section 9.6), and one that leaves nothing behind does not.

use fastr::{App, HttpException, Layered, Next, Request, Response, get, model, post};

use crate::support::{Server, header, json, with};

/// A text.
#[model]
struct Text {
    text: String,
}

#[post("/json")]
async fn length(text: Text) -> String {
    text.text.len().to_string()
}

#[get("/read")]
async fn read() -> bool {
    true
}

/// Wants no body, and is ready at once.
#[post("/bare")]
fn bare_at_once() {}

/// Wants no body, and panics at once.
#[post("/panic")]
fn panics() {
    panic!("as it is meant to");
}

/// Wants no body, and waits.
#[post("/later")]
async fn later() {
    tokio::task::yield_now().await;
}

/// Waits for nothing, but could.
#[post("/could-wait")]
async fn could_wait() {
    std::future::ready(()).await;
}

/// Would read the body, but for what the query says.
#[post("/stream", raises(403))]
async fn stream(request: Request) -> Result<String, HttpException> {
    if request.uri().query().is_some() {
        return Err(HttpException::new(403, "Not for you"));
    }
    let body = request.into_body().collect(1000).await;
    Ok(body.expect("a small body").len().to_string())
}

/// Sends what it gets.
#[post("/echo", raises(200))]
async fn echo(request: Request) -> Response {
    Response::new(request.into_body())
}

async fn guard(request: Request, next: Next) -> Response {
    if request.headers().contains_key("x-stranger") {
        let mut refused = Response::new("Who are you?".into());
        *refused.status_mut() = http::StatusCode::UNAUTHORIZED;
        return refused;
    }
    next.run(request).await
}

fn app() -> App {
    App::of(module_path!()).body_limit(1000)
}

fn guarded() -> Server {
    Server::start(app().add_middleware(Layered::of(guard).raises([401])))
}

fn servers() -> [Server; 2] {
    [Server::start(app()), guarded()]
}

const JSON: &str = "host: localhost\r\ncontent-type: application/json\r\n";

/// What is refused, or answered without the body, and the status.
const LEAVING: [(&str, &str); 9] = [
    ("POST /nowhere", "404"),
    ("POST /read", "405"),
    ("OPTIONS /read", "204"),
    ("POST /bare/", "307"),
    ("POST /bare", "200"),
    ("POST /panic", "500"),
    ("POST /later", "200"),
    ("POST /could-wait", "200"),
    ("POST /stream?refused", "403"),
];

#[test]
fn who_leaves_a_body_on_its_way_says_that_the_connection_ends() {
    for server in servers() {
        for (line, status) in LEAVING.into_iter().chain([("POST /json", "413")]) {
            for framing in ["content-length: 2000", "transfer-encoding: chunked"] {
                let mut connection = server.connect();
                // A part of it has come; in chunks, too much of it.
                let part = if framing.starts_with('c') {
                    "part".to_owned()
                } else {
                    format!("7d0\r\n{}\r\n", "x".repeat(2000))
                };
                connection.send(format!("{line} HTTP/1.1\r\n{JSON}{framing}\r\n\r\n{part}"));
                let answer = connection.answer();
                assert!(
                    answer.starts_with(&format!("HTTP/1.1 {status} ")),
                    "{line}: {answer}"
                );
                assert_eq!(header(&answer, "connection"), Some("close"), "{line}: {answer}");
                connection.send_end();
                assert!(connection.ends(), "{line}");
            }
        }
    }
}

#[test]
fn a_body_that_was_announced_and_not_asked_for_is_left_as_well() {
    for server in servers() {
        for (line, status) in LEAVING.into_iter().chain([("POST /json", "413")]) {
            let mut connection = server.connect();
            connection.send(format!(
                "{line} HTTP/1.1\r\n{JSON}expect: 100-continue\r\ncontent-length: 2000\r\n\r\n"
            ));
            let answer = connection.answer();
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status} ")),
                "{line}: {answer}"
            );
            assert_eq!(header(&answer, "connection"), Some("close"), "{line}: {answer}");
        }
    }
}

#[test]
fn who_has_sent_all_of_it_keeps_the_connection() {
    for server in servers() {
        let mut connection = server.connect();
        for (line, status) in LEAVING {
            for framed in [
                "content-length: 4\r\n\r\nbody",
                "transfer-encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
            ] {
                connection.send(format!("{line} HTTP/1.1\r\n{JSON}{framed}"));
                let answer = connection.answer();
                assert!(
                    answer.starts_with(&format!("HTTP/1.1 {status} ")),
                    "{line}: {answer}"
                );
                assert_eq!(header(&answer, "connection"), None, "{line}: {answer}");
            }
        }
        assert_eq!(connection.ask("GET /read", ""), json("200 OK", "true"));
    }
}

#[test]
fn who_reads_it_keeps_the_connection() {
    for server in servers() {
        let mut connection = server.connect();
        for framed in [
            "content-length: 13\r\n\r\n",
            "transfer-encoding: chunked\r\n\r\nd\r\n",
        ] {
            let end = if framed.starts_with('t') {
                "\r\n0\r\n\r\n"
            } else {
                ""
            };
            for path in ["/json", "/stream"] {
                connection.send(format!("POST {path} HTTP/1.1\r\n{JSON}{framed}"));
                connection.send(format!("{{\"text\":\"ab\"}}{end}"));
                let length = if path == "/json" { "\"2\"" } else { "\"13\"" };
                assert_eq!(connection.answer(), json("200 OK", length));
            }
            connection.send(format!("POST /echo HTTP/1.1\r\n{JSON}{framed}"));
            connection.send(format!("{{\"text\":\"ab\"}}{end}"));
            assert!(connection.answer().ends_with("{\"text\":\"ab\"}"));
        }
        assert_eq!(connection.ask("POST /bare", ""), json("200 OK", "null"));
    }
}

#[test]
fn a_middleware_that_refuses_says_it_too() {
    let server = guarded();
    let refused = |close: &[&str]| {
        with(
            "401 Unauthorized",
            &[close, &["content-length: 12"]].concat(),
            "Who are you?",
        )
    };
    let mut connection = server.connect();
    connection.send(format!(
        "POST /json HTTP/1.1\r\n{JSON}x-stranger: 1\r\ncontent-length: 4\r\n\r\nbody"
    ));
    assert_eq!(connection.answer(), refused(&[]));
    connection.send(format!(
        "POST /json HTTP/1.1\r\n{JSON}x-stranger: 1\r\ncontent-length: 4\r\n\r\nbod"
    ));
    assert_eq!(connection.answer(), refused(&["connection: close"]));
}
