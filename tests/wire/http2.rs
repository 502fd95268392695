//! HTTP/2 by prior knowledge: the same answers, the same contract, and those who abuse it.

use std::future::poll_fn;
use std::time::Duration;

use bytes::Bytes;
use fastr::{App, ConnectionLimits, HttpException, PlainText, get, model, post, status};
use h2::client::{self, SendRequest};
use h2::{Reason, RecvStream};
use tokio::net::TcpStream;
use tokio::sync::{Notify, oneshot};

use crate::support::{Server, json, spawn};

/// A text.
#[model]
struct Text {
    text: String,
}

#[post("/text", status_code = 201)]
async fn text(text: Text) -> Text {
    text
}

#[get("/none", status_code = 204)]
async fn none() {}

#[get("/reset", status_code = 205)]
async fn reset() {}

#[get("/same", status_code = 304)]
async fn same() {}

#[get("/some")]
async fn some() -> PlainText<&'static str> {
    PlainText("some")
}

#[get("/missing", raises(404))]
async fn missing() -> Result<(), HttpException> {
    Err(HttpException::new(status::HTTP_404_NOT_FOUND, "nothing here"))
}

static BEGUN: Notify = Notify::const_new();
static MAY_END: Notify = Notify::const_new();

#[get("/long")]
async fn long() -> bool {
    BEGUN.notify_one();
    MAY_END.notified().await;
    true
}

fn app() -> App {
    App::of(module_path!())
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let limit = tokio::time::timeout(Duration::from_secs(20), work);
        limit.await.expect("it takes no time")
    })
}

type Ended = tokio::task::JoinHandle<Result<(), h2::Error>>;

async fn connect(server: &Server) -> (SendRequest<Bytes>, Ended) {
    let socket = TcpStream::from_std({
        let socket = server.socket();
        socket.set_nonblocking(true).expect("a socket");
        socket
    });
    let (sender, connection) = client::handshake(socket.expect("a runtime"))
        .await
        .expect("HTTP/2 is spoken");
    (sender, tokio::spawn(connection))
}

fn head(line: &str) -> http::Request<()> {
    let (method, path) = line.split_once(' ').expect("a method and a path");
    http::Request::builder()
        .method(method)
        .uri(format!("http://localhost{path}"))
        .header("content-type", "application/json")
        .body(())
        .expect("a request")
}

async fn all(mut body: RecvStream) -> Result<String, h2::Error> {
    let mut whole = Vec::new();
    while let Some(piece) = body.data().await {
        let piece = piece?;
        body.flow_control().release_capacity(piece.len())?;
        whole.extend_from_slice(&piece);
    }
    Ok(String::from_utf8(whole).expect("a text"))
}

/// The status, the headers but the date, and the body.
async fn ask(sender: &SendRequest<Bytes>, line: &str, body: &str) -> (u16, Vec<String>, String) {
    let mut sender = sender.clone().ready().await.expect("a stream");
    let (response, mut sending) = sender
        .send_request(head(line), body.is_empty())
        .expect("a request");
    if !body.is_empty() {
        let body = Bytes::copy_from_slice(body.as_bytes());
        sending.send_data(body, true).expect("a body");
    }
    let (head, body) = response.await.expect("an answer").into_parts();
    let headers = head.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| format!("{name}: {}", value.to_str().expect("a text")));
    let headers = headers.collect();
    (head.status.as_u16(), headers, all(body).await.expect("a body"))
}

#[test]
fn answers_are_the_same() {
    let server = Server::start(app());
    block_on(async {
        let (sender, _ended) = connect(&server).await;
        let expected = [
            (
                "POST /text",
                "{\"text\":\"a\"}",
                201,
                "application/json",
                "{\"text\":\"a\"}",
            ),
            ("GET /some", "", 200, "text/plain; charset=utf-8", "some"),
            (
                "GET /missing",
                "",
                404,
                "application/json",
                "{\"detail\":\"nothing here\"}",
            ),
            (
                "GET /nowhere",
                "",
                404,
                "application/json",
                "{\"detail\":\"Not Found\"}",
            ),
        ];
        for (line, body, status, media_type, answer) in expected {
            let length = format!("content-length: {}", answer.len());
            let headers = vec![format!("content-type: {media_type}"), length];
            let expected = (status, headers, answer.to_owned());
            assert_eq!(ask(&sender, line, body).await, expected, "{line}");
        }
        let (status, _, answer) = ask(&sender, "POST /text", "{}").await;
        assert_eq!(status, 422);
        assert!(answer.contains("\"type\":\"missing\""), "{answer}");
        let (status, headers, _) = ask(&sender, "DELETE /some", "").await;
        assert_eq!(status, 405);
        assert!(
            headers.contains(&"allow: GET, HEAD, OPTIONS".to_owned()),
            "{headers:?}"
        );
    });
}

#[test]
fn what_has_no_body_has_none_here_either() {
    let server = Server::start(app());
    block_on(async {
        let (sender, _ended) = connect(&server).await;
        for (line, status, headers) in [
            ("GET /none", 204, vec![]),
            ("GET /reset", 205, vec!["content-length: 0"]),
            ("GET /same", 304, vec![]),
            (
                "HEAD /some",
                200,
                vec!["content-type: text/plain; charset=utf-8", "content-length: 4"],
            ),
        ] {
            let headers = headers.into_iter().map(str::to_owned).collect();
            assert_eq!(
                ask(&sender, line, "").await,
                (status, headers, String::new()),
                "{line}"
            );
        }
    });
}

#[test]
fn one_address_speaks_both() {
    let server = Server::start(app());
    block_on(async {
        let (sender, _ended) = connect(&server).await;
        assert_eq!(ask(&sender, "GET /some", "").await.0, 200);
    });
    let answer = server.ask("POST /text", "{\"text\":\"a\"}");
    assert_eq!(answer, json("201 Created", "{\"text\":\"a\"}"));
    // What begins as the preface does, and goes on as nothing does.
    let mut connection = server.connect();
    connection.send("PRI * HTTP/1.1\r\nhost: localhost\r\n\r\n");
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
    let mut connection = server.connect();
    for byte in *b"P" {
        connection.send([byte]);
    }
    connection.send("OST /nowhere HTTP/1.1\r\nhost: localhost\r\n\r\n");
    assert_eq!(
        connection.answer(),
        json("404 Not Found", "{\"detail\":\"Not Found\"}")
    );
}

#[test]
fn many_requests_share_a_connection() {
    let server = Server::start(app());
    block_on(async {
        let (sender, _ended) = connect(&server).await;
        let mut waiting = sender.clone().ready().await.expect("a stream");
        let (long, _) = waiting.send_request(head("GET /long"), true).expect("a request");
        for number in 0..200 {
            let body = format!("{{\"text\":\"{number}\"}}");
            assert_eq!(ask(&sender, "POST /text", &body).await.2, body);
        }
        MAY_END.notify_one();
        assert_eq!(long.await.expect("an answer").status(), 200);
    });
}

#[test]
fn limits_hold() {
    let limits = ConnectionLimits::new().uri_length(100).head_size(1000).streams(3);
    let server = Server::start(app().connections(limits));
    block_on(async {
        let (mut sender, _ended) = connect(&server).await;
        assert_eq!(ask(&sender, "GET /some", "").await.0, 200);
        assert_eq!(sender.current_max_send_streams(), 3);
        let long = format!("GET /some?{}", "x".repeat(100));
        assert_eq!(ask(&sender, &long, "").await.0, 414);
        let mut large = head("GET /some");
        let value = http::HeaderValue::try_from("x".repeat(2000)).expect("a value");
        large.headers_mut().insert("x", value);
        sender = sender.ready().await.expect("a stream");
        let (response, _) = sender.send_request(large, true).expect("a request");
        let response = response.await.expect("an answer");
        assert_eq!(response.status(), 431);
    });
}

/// CVE-2023-44487: streams that are opened and reset at once cost the server a request each.
#[test]
fn rapid_resets_end_the_connection_and_the_others_do_not_notice() {
    let server = Server::start(app());
    block_on(async {
        let (mut sender, ended) = connect(&server).await;
        for _ in 0..100_000 {
            match sender.clone().ready().await {
                Ok(ready) => sender = ready,
                Err(_) => break,
            }
            match sender.send_request(head("GET /long"), true) {
                Ok((_, mut stream)) => stream.send_reset(Reason::CANCEL),
                Err(_) => break,
            }
            tokio::task::yield_now().await;
        }
        // The word of the server may be lost to a client that has not stopped sending.
        let error = ended.await.expect("no panic").expect_err("it is too much");
        let is_told = error.reason() == Some(Reason::ENHANCE_YOUR_CALM);
        assert!(is_told || error.is_io(), "{error}");
        let (sender, _ended) = connect(&server).await;
        assert_eq!(ask(&sender, "GET /some", "").await.0, 200);
    });
}

#[test]
fn an_idle_connection_is_closed_with_a_word() {
    let limits = ConnectionLimits::new().keep_alive_timeout(Duration::from_millis(100));
    let server = Server::start(app().connections(limits));
    block_on(async {
        let (mut sender, ended) = connect(&server).await;
        assert_eq!(ask(&sender, "GET /some", "").await.0, 200);
        ended.await.expect("no panic").expect("an end without an error");
        assert!(poll_fn(|cx| sender.poll_ready(cx)).await.is_err());
    });
}

#[test]
fn what_is_under_way_at_the_end_is_finished() {
    let (stop, stopped) = oneshot::channel::<()>();
    let address = spawn(move |listener| async move {
        let stopped = async {
            let _ = stopped.await;
        };
        let served = app().serve_until(listener, stopped).await;
        served.expect("the application starts");
    });
    block_on(async {
        let socket = TcpStream::connect(address).await.expect("the server accepts");
        let (sender, connection) = client::handshake(socket).await.expect("HTTP/2 is spoken");
        let ended = tokio::spawn(connection);
        let mut sender = sender.ready().await.expect("a stream");
        let (long, _) = sender.send_request(head("GET /long"), true).expect("a request");
        BEGUN.notified().await;
        stop.send(()).expect("the server runs");
        // No new stream is opened once the server has said that it goes away.
        poll_fn(|cx| {
            if let std::task::Poll::Ready(Err(_)) = sender.poll_ready(cx) {
                return std::task::Poll::Ready(());
            }
            cx.waker().wake_by_ref();
            std::task::Poll::Pending
        })
        .await;
        MAY_END.notify_one();
        let response = long.await.expect("an answer");
        assert_eq!(response.status(), 200);
        assert_eq!(all(response.into_body()).await.expect("a body"), "true");
        ended.await.expect("no panic").expect("an end without an error");
    });
}
