//! The end of a server: what is under way is finished, what is idle is closed, nothing new is begun.

use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::time::Duration;

use fastr::{App, ConnectionLimits, get};
use tokio::sync::{Notify, oneshot};

use crate::support::{Connection, json, request, spawn};

static BEGUN: Notify = Notify::const_new();
static MAY_END: Notify = Notify::const_new();

#[get("/slow")]
async fn slow() -> bool {
    BEGUN.notify_one();
    MAY_END.notified().await;
    true
}

#[get("/quick")]
async fn quick() -> bool {
    true
}

/// A server that can be asked to end, and says when it has.
struct Ending {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: mpsc::Receiver<()>,
}

fn serve() -> Ending {
    serve_at_most(ConnectionLimits::new())
}

fn serve_at_most(limits: ConnectionLimits) -> Ending {
    let (stop, stopped) = oneshot::channel();
    let (ending, ended) = mpsc::channel();
    let address = spawn(move |listener| async move {
        let app = App::of(module_path!())
            .shutdown_grace(Duration::from_mins(1))
            .connections(limits);
        let stopped = async {
            let _ = stopped.await;
        };
        app.serve_until(listener, stopped)
            .await
            .expect("the application starts");
        ending.send(()).expect("somebody waits for the end");
    });
    Ending { address, stop, ended }
}

impl Ending {
    fn stop(self) -> mpsc::Receiver<()> {
        self.stop.send(()).expect("the server runs");
        self.ended
    }
}

fn assert_ended(ended: &mpsc::Receiver<()>) {
    ended
        .recv_timeout(Duration::from_secs(20))
        .expect("the server ends");
}

#[test]
fn a_request_under_way_is_finished() {
    let server = serve();
    let address = server.address;
    let mut connection = Connection::open(address);
    connection.send(request("GET /slow", ""));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    runtime.block_on(BEGUN.notified());
    let mut idle = Connection::open(address);
    assert_eq!(idle.ask("GET /quick", ""), json("200 OK", "true"));
    let ended = server.stop();
    // The idle one is closed by the server that still waits for the other.
    assert!(idle.ends());
    assert!(ended.try_recv().is_err(), "a request is still under way");
    assert!(TcpStream::connect(address).is_err(), "nothing new is accepted");
    MAY_END.notify_one();
    // The answer says that it is the last, unless it was ready before its connection had heard of the end.
    let answer = connection.answer().replace("connection: close\n", "");
    assert_eq!(answer, json("200 OK", "true"));
    assert!(connection.ends());
    assert_ended(&ended);
}

#[test]
fn idle_connections_do_not_hold_up_the_end() {
    let server = serve();
    let mut silent = Connection::open(server.address);
    let mut idle = Connection::open(server.address);
    assert_eq!(idle.ask("GET /quick", ""), json("200 OK", "true"));
    let ended = server.stop();
    assert!(idle.ends());
    assert!(silent.ends());
    assert_ended(&ended);
}

#[get("/held")]
async fn held() -> bool {
    HELD.notify_one();
    MAY_GO.notified().await;
    true
}

static HELD: Notify = Notify::const_new();
static MAY_GO: Notify = Notify::const_new();

/// Whether it had been accepted when the end came, or the kernel kept it: its request was on its way to nobody else.
#[test]
fn who_waits_for_a_place_at_the_end_is_answered() {
    let server = serve_at_most(ConnectionLimits::new().max(1));
    let mut first = Connection::open(server.address);
    first.send(request("GET /held", ""));
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(HELD.notified());
    let mut waiting = [(); 5].map(|()| Connection::open(server.address));
    for connection in &mut waiting {
        connection.send(request("GET /quick", ""));
    }
    let ended = server.stop();
    // The other one still has the only place.
    for mut connection in waiting {
        let answer = connection.answer().replace("connection: close\n", "");
        assert_eq!(answer, json("200 OK", "true"));
        assert!(connection.ends());
    }
    assert!(ended.try_recv().is_err(), "a request is still under way");
    MAY_GO.notify_one();
    assert!(first.answer().starts_with("HTTP/1.1 200 OK\n"));
    assert_ended(&ended);
}
