//! Work after the answer: when it begins, what keeps it from being done, and the end of the program.

use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fastr::{
    App, BackgroundTasks, Body, HttpException, Response, ResponseParts, StreamResponse, TestClient, delete,
    get, media, post, stream,
};
use tokio::sync::{Notify, oneshot};

use crate::log;
use crate::support::{Connection, Server, bare, json, request, spawn, with};

/// Long enough for any machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// Where the tasks of one test say what they did, and what they wait for.
#[derive(Clone)]
struct Desk {
    said: Arc<Mutex<mpsc::Sender<String>>>,
    gate: Arc<Notify>,
}

impl Desk {
    fn new() -> (Self, Receiver<String>) {
        let (sender, receiver) = mpsc::channel();
        let desk = Self {
            said: Arc::new(Mutex::new(sender)),
            gate: Arc::default(),
        };
        (desk, receiver)
    }

    fn say(&self, what: impl Into<String>) {
        let sender = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        sender.send(what.into()).expect("the test listens");
    }
}

fn app(desk: Desk) -> App {
    App::of(module_path!()).state(desk)
}

fn next(said: &Receiver<String>) -> String {
    said.recv_timeout(DEADLINE).expect("a task says something")
}

#[post("/gated")]
async fn gated(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> bool {
    let desk = desk.clone();
    tasks.add(async move {
        desk.gate.notified().await;
        desk.say("through the gate");
    });
    true
}

#[post("/several")]
async fn several(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> String {
    let desk = || desk.clone();
    let (first, second, third, last) = (desk(), desk(), desk(), desk());
    tasks.add(async move {
        tokio::task::yield_now().await;
        first.say("first");
    });
    tasks.add(async move {
        second.say("second");
        Err::<(), _>("it failed")
    });
    tasks.add_blocking(move || {
        let name = std::thread::current().name().map(str::to_owned);
        assert_eq!(
            name.as_deref(),
            Some("tokio-rt-worker"),
            "the pool for blocking work"
        );
        third.say("third");
        fail();
    });
    tasks.add(async { fail() });
    tasks.add(async move { last.say("last") });
    format!("{} tasks", tasks.len())
}

fn fail() {
    panic!("a task");
}

#[post("/raised", raises(409))]
async fn raised(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> Result<bool, HttpException> {
    let desk = desk.clone();
    tasks.add(async move { desk.say("after an error") });
    Err(HttpException::of(409))
}

#[delete("/nothing", status_code = 204)]
async fn nothing(#[state] desk: &Desk, tasks: &mut BackgroundTasks) {
    let desk = desk.clone();
    tasks.add(async move { desk.say("after 204") });
}

#[get("/read")]
fn read(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> String {
    let desk = desk.clone();
    tasks.add(async move { desk.say("after a read") });
    "read".to_owned()
}

#[get("/stream")]
async fn streamed(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> StreamResponse<media::Plain> {
    let (task, desk) = (desk.clone(), desk.clone());
    tasks.add(async move { task.say("after the stream") });
    StreamResponse::new(stream(move |mut out| async move {
        out.send("begun, ").await;
        desk.gate.notified().await;
        desk.say("the stream ends");
        out.send("done").await;
    }))
}

#[get("/endless")]
async fn endless(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> StreamResponse {
    let desk = desk.clone();
    tasks.add(async move { desk.say("after the client went away") });
    StreamResponse::new(stream(|mut out| async move {
        loop {
            out.send("again and again").await;
        }
    }))
}

#[post("/parts-first", responses(201))]
async fn parts_first(
    response: &mut ResponseParts,
    #[state] desk: &Desk,
    tasks: &mut BackgroundTasks,
) -> bool {
    let desk = desk.clone();
    response.set_status(201);
    response.set_header("x-set", "1");
    tasks.add(async move { desk.say("parts first") });
    true
}

#[post("/tasks-first", responses(201), blocking)]
fn tasks_first(tasks: &mut BackgroundTasks, #[state] desk: &Desk, response: &mut ResponseParts) -> bool {
    let desk = desk.clone();
    response.set_status(201);
    response.set_header("x-set", "1");
    tasks.add(async move { desk.say("tasks first") });
    true
}

#[post("/raw", responses(200))]
async fn raw(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> Response {
    let desk = desk.clone();
    tasks.add(async move { desk.say("after a response made by hand") });
    Response::new(Body::from("by hand"))
}

#[test]
fn tasks_stand_beside_headers_in_any_order() {
    let (desk, said) = Desk::new();
    let server = Server::start(app(desk));
    let headers = ["x-set: 1", "content-type: application/json", "content-length: 4"];
    for (path, expected) in [("/parts-first", "parts first"), ("/tasks-first", "tasks first")] {
        let answer = server.ask(&format!("POST {path}"), "");
        assert_eq!(answer, with("201 Created", &headers, "true"), "{path}");
        assert_eq!(next(&said), expected);
    }
    assert_eq!(
        server.ask("POST /raw", ""),
        with("200 OK", &["content-length: 7"], "by hand")
    );
    assert_eq!(next(&said), "after a response made by hand");
}

#[test]
fn the_answer_does_not_wait_for_the_tasks() {
    let (desk, said) = Desk::new();
    let server = Server::start(app(desk.clone()));
    assert_eq!(server.ask("POST /gated", ""), json("200 OK", "true"));
    assert!(said.try_recv().is_err(), "the gate is closed");
    desk.gate.notify_one();
    assert_eq!(next(&said), "through the gate");
}

#[test]
fn tasks_are_done_in_order_and_none_keeps_another_from_it() {
    let (desk, said) = Desk::new();
    let server = Server::start(app(desk));
    assert_eq!(server.ask("POST /several", ""), json("200 OK", "\"5 tasks\""));
    for expected in ["first", "second", "third", "last"] {
        assert_eq!(next(&said), expected);
    }
}

#[test]
fn tasks_begin_when_the_last_byte_has_been_handed_over() {
    let (desk, said) = Desk::new();
    let server = Server::start(app(desk.clone()));
    let mut connection = server.connect();
    connection.send(request("GET /stream", ""));
    connection.head();
    assert_eq!(connection.chunk(), "begun, ");
    assert!(said.try_recv().is_err(), "the stream has not ended");
    desk.gate.notify_one();
    assert_eq!(connection.chunk(), "done");
    assert_eq!(next(&said), "the stream ends");
    assert_eq!(next(&said), "after the stream");
}

#[test]
fn an_answer_without_a_body_has_its_tasks_too() {
    let (desk, said) = Desk::new();
    let server = Server::start(app(desk));
    assert_eq!(server.ask("DELETE /nothing", ""), bare("204 No Content"));
    assert_eq!(next(&said), "after 204");
    let headers = ["content-type: application/json", "content-length: 6"];
    assert_eq!(server.ask("HEAD /read", ""), with("200 OK", &headers, ""));
    assert_eq!(next(&said), "after a read");
}

#[test]
fn a_raised_error_leaves_the_tasks_undone() {
    let (desk, said) = Desk::new();
    let client = TestClient::new(app(desk));
    assert_eq!(client.post("/raised").send().status(), 409);
    assert_eq!(client.get("/read").send().status(), 200);
    assert_eq!(said.try_iter().collect::<Vec<_>>(), ["after a read"]);
}

#[test]
fn a_client_that_goes_away_does_not_keep_them_from_being_done() {
    let (desk, said) = Desk::new();
    let server = Server::start(app(desk));
    let mut connection = server.connect();
    connection.send(request("GET /endless", ""));
    connection.head();
    drop(connection);
    assert_eq!(next(&said), "after the client went away");
}

#[test]
fn the_test_client_waits_for_them() {
    let (desk, said) = Desk::new();
    let client = TestClient::new(app(desk));
    client.post("/several").send();
    assert_eq!(
        said.try_iter().collect::<Vec<_>>(),
        ["first", "second", "third", "last"]
    );
}

#[test]
fn an_operation_with_tasks_can_be_called_as_a_function() {
    let (desk, said) = Desk::new();
    let mut tasks = BackgroundTasks::new();
    assert_eq!(read(&desk, &mut tasks), "read");
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(tasks.run());
    assert_eq!(next(&said), "after a read");
}

/// Serves an application whose end it says, once it has been asked for.
fn serve(app: App) -> (std::net::SocketAddr, oneshot::Sender<()>, Receiver<()>) {
    let (stop, stopped) = oneshot::channel::<()>();
    let (ending, ended) = mpsc::channel();
    let address = spawn(move |listener| async move {
        let stopped = async {
            let _ = stopped.await;
        };
        let served = app.serve_until(listener, stopped).await;
        served.expect("the application starts and ends");
        let _ = ending.send(());
    });
    (address, stop, ended)
}

#[test]
fn the_end_waits_for_the_tasks() {
    let (desk, said) = Desk::new();
    let (address, stop, ended) = serve(app(desk.clone()).shutdown_grace(DEADLINE * 3));
    assert_eq!(
        Connection::open(address).ask("POST /gated", ""),
        json("200 OK", "true")
    );
    stop.send(()).expect("the server runs");
    assert!(ended.try_recv().is_err(), "a task is not done");
    desk.gate.notify_one();
    assert_eq!(next(&said), "through the gate");
    ended.recv_timeout(DEADLINE).expect("the server ends");
}

/// Waits for a gate of its own, so that its name is found in the log.
async fn left_behind(gate: Arc<Notify>) {
    gate.notified().await;
}

async fn fails_aloud() -> Result<(), std::io::Error> {
    Err(std::io::Error::other("the disk is full"))
}

#[post("/left-behind")]
async fn leave(#[state] desk: &Desk, tasks: &mut BackgroundTasks) -> bool {
    tasks.add(fails_aloud());
    tasks.add(left_behind(desk.gate.clone()));
    true
}

#[test]
fn what_fails_and_what_is_left_is_logged() {
    log::begin();
    let (desk, _said) = Desk::new();
    let (address, stop, ended) = serve(app(desk).shutdown_grace(Duration::from_millis(1)));
    assert_eq!(
        Connection::open(address).ask("POST /left-behind", ""),
        json("200 OK", "true")
    );
    stop.send(()).expect("the server runs");
    ended.recv_timeout(DEADLINE).expect("the server ends");
    let place = module_path!();
    assert_eq!(
        log::lines("fails_aloud"),
        [format!(
            r#"ERROR a background task failed task="{place}::fails_aloud" error="the disk is full""#
        )]
    );
    // Once when the grace is over, and once when the runtime ends and it is lost.
    let left = format!(
        r#"WARN a background task is not done at the end of the grace period task="{place}::left_behind""#
    );
    assert_eq!(log::lines("left_behind").first(), Some(&left));
}

#[test]
fn the_end_does_not_wait_longer_than_the_grace() {
    let (desk, said) = Desk::new();
    let (address, stop, ended) = serve(app(desk).shutdown_grace(Duration::from_millis(1)));
    assert_eq!(
        Connection::open(address).ask("POST /gated", ""),
        json("200 OK", "true")
    );
    stop.send(()).expect("the server runs");
    ended.recv_timeout(DEADLINE).expect("the server ends");
    assert!(said.try_recv().is_err(), "the task was cut off");
}
