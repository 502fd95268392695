//! One deadline for everything that is under way when the program ends: what is not done by then is cut off, and counted.

use std::sync::{Mutex, mpsc};
use std::time::{Duration, Instant};

use fastr::{
    App, BackgroundTasks, ConnectionLimits, StreamResponse, WebSocket, WebSocketDisconnect, get, media, post,
    stream, websocket,
};
use tokio::sync::{Notify, oneshot};

use crate::log;
use crate::support::{Connection, json, request, spawn};

const DEADLINE: Duration = Duration::from_secs(20);
/// What there is of it once the program has been asked to end.
const GRACE: Duration = Duration::from_millis(700);

/// How long a head may take.
const HEAD: Duration = Duration::from_secs(1);

type Said = Mutex<mpsc::Sender<&'static str>>;

fn say(said: &Said, what: &'static str) {
    said.lock()
        .expect("nobody panics")
        .send(what)
        .expect("the test listens");
}

#[get("/quick")]
async fn quick() -> bool {
    true
}

#[get("/never")]
async fn never(#[state] said: &Said) -> bool {
    say(said, "never");
    std::future::pending().await
}

static MAY_GO_ON: Notify = Notify::const_new();

/// Goes on when it may, which is after the end was asked for.
#[get("/stream")]
async fn streamed() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        out.send("one").await;
        MAY_GO_ON.notified().await;
        out.send("two").await;
    }))
}

#[get("/endless")]
async fn endless() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        out.send("one").await;
        std::future::pending::<()>().await;
    }))
}

#[post("/task")]
async fn task(tasks: &mut BackgroundTasks) -> bool {
    tasks.add(std::future::pending::<()>());
    true
}

#[websocket("/ws")]
async fn socket(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        ws.receive_text().await?;
    }
}

/// A server that is asked to end, and says when it has.
struct Ending {
    address: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    ended: mpsc::Receiver<()>,
    said: mpsc::Receiver<&'static str>,
}

fn serve(grace: Duration) -> Ending {
    let (sender, said) = mpsc::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let (ending, ended) = mpsc::channel();
    let address = spawn(move |listener| async move {
        let app = App::of(module_path!())
            .state(Mutex::new(sender))
            .connections(ConnectionLimits::new().head_timeout(HEAD))
            .shutdown_grace(grace);
        let served = app.serve_until(listener, async {
            let _ = stopped.await;
        });
        served.await.expect("the application starts and ends");
        let _ = ending.send(());
        // Whoever serves inside a runtime of its own may go on for long: what was cut off has to be gone all the same.
        std::future::pending::<()>().await;
    });
    Ending {
        address,
        stop,
        ended,
        said,
    }
}

fn begin(server: &Ending, line: &str) -> Connection {
    let mut connection = Connection::open(server.address);
    connection.send(request(line, ""));
    connection
}

fn streaming(server: &Ending, path: &str) -> Connection {
    let mut connection = begin(server, &format!("GET {path}"));
    connection.head();
    assert_eq!(connection.chunk(), "one");
    connection
}

#[test]
fn a_stream_has_until_the_deadline() {
    let server = serve(DEADLINE * 3);
    let mut connection = streaming(&server, "/stream");
    let mut idle = begin(&server, "GET /quick");
    assert_eq!(idle.answer(), json("200 OK", "true"));
    let mut slow = Connection::open(server.address);
    slow.send("GET /quick HTTP/1.1\r\n");
    server.stop.send(()).expect("the server runs");
    assert!(idle.ends());
    // Much longer than an idle connection is kept.
    assert!(slow.all_that_comes().starts_with("HTTP/1.1 408 "));
    MAY_GO_ON.notify_one();
    assert_eq!(connection.chunk(), "two");
    assert_eq!(connection.chunk(), "");
    assert!(connection.ends());
    server.ended.recv_timeout(DEADLINE).expect("the server ends");
}

#[test]
fn what_is_not_done_by_then_is_cut_off_and_counted() {
    log::begin();
    let server = serve(GRACE);
    let mut requests: Vec<Connection> = (0..3).map(|_| begin(&server, "GET /never")).collect();
    for _ in &requests {
        assert_eq!(server.said.recv_timeout(DEADLINE), Ok("never"));
    }
    let mut streams: Vec<Connection> = (0..2).map(|_| streaming(&server, "/endless")).collect();
    let mut idle = begin(&server, "POST /task");
    assert_eq!(idle.answer(), json("200 OK", "true"));
    let mut deaf = Connection::open(server.address);
    deaf.send(
        "GET /ws HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    assert!(deaf.head().starts_with("HTTP/1.1 101 "));
    let began = Instant::now();
    server.stop.send(()).expect("the server runs");
    assert!(idle.ends());
    assert!(began.elapsed() < GRACE, "an idle connection is closed at once");
    server.ended.recv_timeout(DEADLINE).expect("the server ends");
    let time = began.elapsed();
    assert!(time >= GRACE, "it ended after {time:?}");
    // Cut off: nothing comes where an answer was awaited, and no last chunk where a stream was.
    for connection in requests.iter_mut().chain(&mut streams) {
        assert!(connection.ends());
    }
    // 1001, and that is all: this client has not answered it.
    assert_eq!(&deaf.bytes(4)[2..], 1001_u16.to_be_bytes());
    let told = log::lines("requests=3 answers=2 websockets=1 tasks=1");
    assert_eq!(told.len(), 1, "{:?}", log::lines("cut off"));
    assert!(
        told[0].starts_with("WARN cut off at the end of the grace period"),
        "{told:?}"
    );
}

#[test]
fn an_end_in_time_tells_of_nothing() {
    log::begin();
    let server = serve(DEADLINE * 3);
    let mut idle = begin(&server, "GET /quick");
    assert_eq!(idle.answer(), json("200 OK", "true"));
    let before = log::lines("requests=0 answers=0 websockets=0 tasks=0").len();
    server.stop.send(()).expect("the server runs");
    server.ended.recv_timeout(DEADLINE).expect("the server ends");
    assert_eq!(
        log::lines("requests=0 answers=0 websockets=0 tasks=0").len(),
        before
    );
}
