//! Whether the program is well and wants requests, as those ask who decide where requests go.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use fastr::{App, HttpException, TestClient};
use tokio::sync::oneshot;

use crate::support::{Connection, Server, json, spawn};

mod own {
    //! What the program is for.

    #[fastr::get("/work")]
    async fn work() -> bool {
        true
    }
}

fn without() -> App {
    App::of(concat!(module_path!(), "::own"))
}

fn app() -> App {
    without().health()
}

#[test]
fn both_are_operations_like_any_other() {
    let document = app().openapi().expect("a document");
    for (path, statuses) in [
        ("/livez", &["200", "500"][..]),
        ("/readyz", &["200", "500", "503"]),
    ] {
        let operation = &document["paths"][path]["get"];
        let responses = operation["responses"].as_object().expect("responses");
        let mut found: Vec<_> = responses.keys().collect();
        found.sort();
        assert_eq!(found, statuses, "{path}");
        assert_eq!(operation["tags"][0], "health");
        assert!(
            operation["responses"]["200"]["content"]
                .get("text/plain")
                .is_some()
        );
    }
    assert!(
        without().openapi().expect("a document")["paths"]
            .get("/livez")
            .is_none()
    );
    assert_eq!(TestClient::new(without()).get("/livez").send().status(), 404);
}

static IS_THERE: AtomicBool = AtomicBool::new(false);

async fn look() -> Result<(), HttpException> {
    if IS_THERE.load(Ordering::Relaxed) {
        Ok(())
    } else {
        Err(HttpException::new(500, "not for everybody's eyes"))
    }
}

#[test]
fn a_program_is_ready_when_all_checks_say_so() {
    let app = without()
        .readiness("nothing", async || ())
        .readiness("database", look);
    let client = TestClient::new(app);
    for is_there in [false, true, false] {
        IS_THERE.store(is_there, Ordering::Relaxed);
        let answer = client.get("/readyz").send();
        let expected = if is_there {
            (200, "ok")
        } else {
            (503, r#"{"detail":"`database` is not ready"}"#)
        };
        assert_eq!((answer.status(), answer.text()), expected);
        assert_eq!(client.get("/livez").send().text(), "ok");
    }
}

/// A pool of connections, as a lifespan makes it.
struct Pool {
    is_open: AtomicBool,
}

async fn open() -> std::io::Result<Pool> {
    Ok(Pool {
        is_open: AtomicBool::new(false),
    })
}

async fn ping(pool: Arc<Pool>) -> Result<(), HttpException> {
    tokio::task::yield_now().await;
    if pool.is_open.swap(true, Ordering::Relaxed) {
        Ok(())
    } else {
        Err(HttpException::new(500, "it opens"))
    }
}

#[test]
fn a_check_has_the_state_also_what_a_lifespan_made() {
    let app =
        without()
            .on_startup(open)
            .readiness("pool", ping)
            .readiness("again", async |pool: Arc<Pool>| {
                assert!(pool.is_open.load(Ordering::Relaxed));
            });
    let server = Server::start(app);
    let mut connection = server.connect();
    assert_eq!(
        connection.ask("GET /readyz", ""),
        json("503 Service Unavailable", r#"{"detail":"`pool` is not ready"}"#)
    );
    assert!(connection.ask("GET /readyz", "").starts_with("HTTP/1.1 200 OK\n"));
}

mod taken {
    //! A program that has a `/livez` of its own.

    pub const PLACE: u32 = line!() + 2;

    #[fastr::get("/livez")]
    async fn livez() -> bool {
        true
    }
}

#[test]
fn an_own_operation_there_is_told() {
    let app = App::of(concat!(module_path!(), "::taken")).health();
    let problem = app
        .service()
        .map(drop)
        .expect_err("it must not start")
        .to_string();
    let place = format!("{}:{}", file!(), taken::PLACE);
    assert!(
        problem.contains("two operations answer GET /livez") && problem.contains(&place),
        "{problem}"
    );
}

/// A server that was asked to end, and has heard it.
fn ending(delay: Duration) -> (SocketAddr, mpsc::Receiver<()>) {
    let (stop, stopped) = oneshot::channel::<()>();
    let (ending, ended) = mpsc::channel();
    let address = spawn(move |listener| async move {
        let stopped = async {
            let _ = stopped.await;
        };
        app()
            .shutdown_delay(delay)
            .serve_until(listener, stopped)
            .await
            .expect("the application starts");
        let _ = ending.send(());
    });
    let mut connection = Connection::open(address);
    assert!(connection.ask("GET /readyz", "").starts_with("HTTP/1.1 200"));
    stop.send(()).expect("the server runs");
    // The server has one thread: it hears of the end at the latest when it has nothing else to do.
    while connection.ask("GET /readyz", "").starts_with("HTTP/1.1 200") {}
    (address, ended)
}

#[test]
fn those_who_come_during_the_delay_are_served() {
    let (address, ended) = ending(Duration::from_hours(1));
    let mut connection = Connection::open(address);
    assert_eq!(
        connection.ask("GET /readyz", ""),
        json("503 Service Unavailable", r#"{"detail":"The program is ending"}"#)
    );
    assert_eq!(connection.ask("GET /work", ""), json("200 OK", "true"));
    assert!(ended.try_recv().is_err(), "it goes on");
}

#[test]
fn the_delay_has_an_end() {
    let (_, ended) = ending(Duration::from_millis(200));
    ended
        .recv_timeout(Duration::from_secs(20))
        .expect("the server ends");
}
