//! Clients that are suddenly gone, with a reset and not a word: their places are free again, and nobody else notices.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Mutex, mpsc};
use std::time::Duration;

use fastr::{
    App, BackgroundTasks, ConnectionLimits, PlainText, Request, StreamResponse, get, media, model, post,
    stream,
};
use tokio::sync::Notify;

use crate::support::{Connection, Server, json, request};

/// Where operations say how far they are.
type Said = Mutex<mpsc::Sender<&'static str>>;

fn say(said: &Said, what: &'static str) {
    said.lock()
        .expect("nobody panics")
        .send(what)
        .expect("the test listens");
}

/// A text.
#[model]
struct Text {
    text: String,
}

#[get("/quick")]
async fn quick() -> bool {
    true
}

static MAY_END: Notify = Notify::const_new();

/// Answers when it may, whether anybody is there or not.
#[get("/waits")]
async fn waits(#[state] said: &Said, tasks: &mut BackgroundTasks) -> bool {
    say(said, "called");
    MAY_END.notified().await;
    say(said, "answered");
    tasks.add(async {});
    true
}

#[post("/text")]
async fn text(text: Text) -> String {
    text.text
}

#[post("/body")]
async fn body(request: Request, #[state] said: &Said) -> bool {
    say(said, "reading");
    let is_whole = request.into_body().collect(1_000_000).await.is_ok();
    say(said, if is_whole { "whole" } else { "broken" });
    is_whole
}

#[get("/large")]
async fn large() -> PlainText<String> {
    PlainText("x".repeat(16 * 1024 * 1024))
}

/// Says when it is dropped.
struct Witness(mpsc::Sender<&'static str>);

impl Drop for Witness {
    fn drop(&mut self) {
        let _ = self.0.send("dropped");
    }
}

#[get("/stream")]
async fn streamed(#[state] said: &Said) -> StreamResponse<media::Plain> {
    let witness = Witness(said.lock().expect("nobody panics").clone());
    StreamResponse::new(stream(move |mut out| async move {
        let _witness = witness;
        loop {
            out.send("again and again\n").await;
            tokio::task::yield_now().await;
        }
    }))
}

/// A server with one place: who has it keeps all others out.
fn server() -> (Server, mpsc::Receiver<&'static str>) {
    let (sender, said) = mpsc::channel();
    let app = App::of(module_path!())
        .state(Mutex::new(sender))
        .connections(ConnectionLimits::new().max(1));
    (Server::start(app), said)
}

/// Closes the connection as a system does whose program was killed in the middle of something: with a reset.
fn vanish(socket: TcpStream) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .expect("a runtime");
    let _inside = runtime.enter();
    socket.set_nonblocking(true).expect("a socket");
    let socket = tokio::net::TcpStream::from_std(socket).expect("a socket");
    socket.set_zero_linger().expect("a socket");
}

fn next(said: &mpsc::Receiver<&'static str>) -> &'static str {
    said.recv_timeout(Duration::from_secs(20))
        .expect("something is said")
}

/// The only place is free again, within the time that a client waits.
fn assert_free(server: &Server) {
    assert_eq!(server.ask("GET /quick", ""), json("200 OK", "true"));
}

#[test]
fn before_and_within_the_head() {
    let (server, _said) = server();
    for begun in ["", "G", "GET /quick HTTP/1.1\r\nhost: a\r\n"] {
        let mut socket = server.socket();
        socket.write_all(begun.as_bytes()).expect("the server reads");
        vanish(socket);
        assert_free(&server);
    }
}

#[test]
fn while_the_handler_runs() {
    let (server, said) = server();
    for pipelined in ["", "GET /quick HTTP/1.1\r\nhost: a\r\n\r\n"] {
        let mut socket = server.socket();
        let both = request("GET /waits", "") + pipelined;
        socket.write_all(both.as_bytes()).expect("the server reads");
        assert_eq!(next(&said), "called");
        vanish(socket);
        // What was begun is brought to its end.
        MAY_END.notify_one();
        assert_eq!(next(&said), "answered");
        assert_free(&server);
    }
}

#[test]
fn within_a_body_that_is_read_for_the_handler() {
    let (server, _said) = server();
    let head = "POST /text HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
    for rest in [
        "content-length: 100\r\n\r\n{\"text\":",
        "transfer-encoding: chunked\r\n\r\n5\r\n{\"t",
        "expect: 100-continue\r\ncontent-length: 100\r\n\r\n",
    ] {
        let mut socket = server.socket();
        socket
            .write_all((head.to_owned() + rest).as_bytes())
            .expect("the server reads");
        vanish(socket);
        assert_free(&server);
    }
}

#[test]
fn within_a_body_that_the_handler_reads() {
    let (server, said) = server();
    let mut socket = server.socket();
    let begun = "POST /body HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nsome of it";
    socket.write_all(begun.as_bytes()).expect("the server reads");
    assert_eq!(next(&said), "reading");
    vanish(socket);
    assert_eq!(next(&said), "broken");
    assert_free(&server);
}

#[test]
fn within_the_answer() {
    let (server, _said) = server();
    let mut socket = server.socket();
    socket
        .write_all(request("GET /large", "").as_bytes())
        .expect("the server reads");
    socket.read_exact(&mut [0; 1000]).expect("the answer begins");
    vanish(socket);
    assert_free(&server);
}

#[test]
fn within_a_stream() {
    let (server, said) = server();
    let mut socket = server.socket();
    socket
        .write_all(request("GET /stream", "").as_bytes())
        .expect("the server reads");
    socket.read_exact(&mut [0; 1000]).expect("the stream begins");
    vanish(socket);
    assert_eq!(next(&said), "dropped");
    assert_free(&server);
}

#[test]
fn hundreds_at_once_beside_one_who_stays() {
    let (sender, said) = mpsc::channel();
    let server = Server::start(App::of(module_path!()).state(Mutex::new(sender)));
    let mut stays: Connection = server.connect();
    for _ in 0..300 {
        let mut socket = server.socket();
        socket
            .write_all(request("GET /stream", "").as_bytes())
            .expect("the server reads");
        socket.read_exact(&mut [0; 1000]).expect("the stream begins");
        vanish(socket);
        assert_eq!(stays.ask("GET /quick", ""), json("200 OK", "true"));
    }
    for _ in 0..300 {
        assert_eq!(next(&said), "dropped");
    }
}
