//! The end of a server: what is under way is finished, what is idle is closed, nothing new is begun.

use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::time::Duration;

use fastr::{App, get};
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
    let (stop, stopped) = oneshot::channel();
    let (ending, ended) = mpsc::channel();
    let address = spawn(move |listener| async move {
        let app = App::of(module_path!()).shutdown_grace(Duration::from_mins(1));
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
