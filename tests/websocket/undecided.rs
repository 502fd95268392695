//! The end of the program during a handshake that is not decided: the client gets an answer, and never a broken connection.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use fastr::{App, Handshake, HttpException, WebSocketDisconnect, WebSocketLimits, get, websocket};
use tokio::sync::{Notify, oneshot};

use crate::raw::{CLOSE, Raw, frame};
use crate::support::{Connection, json, spawn};

/// Where a handler says that it was called, and what it waits for.
struct Door {
    knocked: Mutex<mpsc::Sender<()>>,
    opened: Notify,
}

/// Decides when it may.
#[websocket("/door/{accepts}", raises(401))]
async fn door(
    accepts: bool,
    #[state] door: &Arc<Door>,
    handshake: Handshake,
) -> Result<(), WebSocketDisconnect> {
    let door = door.clone();
    door.knocked
        .lock()
        .expect("one knocks")
        .send(())
        .expect("the test listens");
    door.opened.notified().await;
    if !accepts {
        handshake.reject(HttpException::of(401));
        return Ok(());
    }
    let mut ws = handshake.accept();
    loop {
        ws.receive_text().await?;
    }
}

#[get("/quick")]
async fn quick() -> bool {
    true
}

/// A server that was asked to end while it waited with the answer to a handshake.
struct Waiting {
    connection: Connection,
    /// Another connection, which asks for nothing.
    idle: Connection,
    door: Arc<Door>,
    ended: mpsc::Receiver<()>,
}

const DEADLINE: Duration = Duration::from_secs(20);

fn wait(path: &str, limits: WebSocketLimits) -> Waiting {
    let (knocked, knock) = mpsc::channel();
    let door = Arc::new(Door {
        knocked: Mutex::new(knocked),
        opened: Notify::new(),
    });
    let app = App::of(module_path!()).state(door.clone()).websockets(limits);
    let (stop, stopped) = oneshot::channel::<()>();
    let (ending, ended) = mpsc::channel();
    let address = spawn(move |listener| async move {
        let served = app.serve_until(listener, async {
            let _ = stopped.await;
        });
        served.await.expect("the application starts and ends");
        ending.send(()).expect("somebody waits for the end");
    });
    let mut idle = Connection::open(address);
    assert_eq!(idle.ask("GET /quick", ""), json("200 OK", "true"));
    let mut connection = Connection::open(address);
    connection.send(Raw::handshake(path));
    knock.recv_timeout(DEADLINE).expect("the handler is called");
    stop.send(()).expect("the server runs");
    Waiting {
        connection,
        idle,
        door,
        ended,
    }
}

#[test]
fn one_that_is_accepted_then_is_closed_with_1001() {
    let waiting = wait("/door/true", WebSocketLimits::new());
    waiting.door.opened.notify_one();
    let mut raw = Raw::behind(waiting.connection);
    assert_eq!(raw.close_code(), 1001);
    raw.send(&frame(CLOSE, true, &1001_u16.to_be_bytes()));
    assert!(raw.ends());
    waiting.ended.recv_timeout(DEADLINE).expect("the server ends");
}

#[test]
fn one_that_is_rejected_then_is_answered() {
    let mut waiting = wait("/door/false", WebSocketLimits::new());
    waiting.door.opened.notify_one();
    let answer = waiting.connection.answer();
    assert!(answer.starts_with("HTTP/1.1 401 Unauthorized\n"), "{answer}");
    assert!(waiting.connection.ends());
    waiting.ended.recv_timeout(DEADLINE).expect("the server ends");
}

#[test]
fn one_that_nobody_decides_is_answered_503() {
    let mut waiting = wait(
        "/door/true",
        WebSocketLimits::new().handshake_timeout(Duration::from_millis(50)),
    );
    let answer = waiting.connection.answer();
    assert!(
        answer.starts_with("HTTP/1.1 503 Service Unavailable\n"),
        "{answer}"
    );
    assert!(
        answer.ends_with(r#"{"detail":"The WebSocket was not accepted in time"}"#),
        "{answer}"
    );
    assert!(waiting.connection.ends());
    waiting.ended.recv_timeout(DEADLINE).expect("the server ends");
}

#[test]
fn one_that_comes_later_is_answered_503() {
    let mut waiting = wait("/door/true", WebSocketLimits::new());
    // It was on its way when the connection was still open.
    waiting.idle.send(Raw::handshake("/door/true"));
    let answer = waiting.idle.answer();
    assert!(
        answer.starts_with("HTTP/1.1 503 Service Unavailable\n"),
        "{answer}"
    );
    assert!(answer.contains("retry-after: 1\n"), "{answer}");
    assert!(
        answer.ends_with(r#"{"detail":"The server is shutting down"}"#),
        "{answer}"
    );
    waiting.door.opened.notify_one();
    assert_eq!(Raw::behind(waiting.connection).close_code(), 1001);
}
