//! What is done before the first request and after the last, and the state that both have.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use fastr::{App, TestClient, get};

/// What happened, in its order.
type Events = Arc<Mutex<Vec<String>>>;

fn note(events: &Events, what: &str) {
    let mut events = events.lock().unwrap_or_else(PoisonError::into_inner);
    events.push(what.to_owned());
}

struct Pool {
    url: &'static str,
}

struct Cache;

#[get("/pool")]
async fn read_pool(#[state] pool: &Pool) -> &'static str {
    tokio::task::yield_now().await;
    pool.url
}

#[get("/pool/blocking", blocking)]
fn read_pool_elsewhere(#[state] pool: &Pool) -> &'static str {
    pool.url
}

/// Notes what happens, and fails where it is told to.
async fn step<T>(events: Events, what: &'static str, failing: &'static str, value: T) -> io::Result<T> {
    tokio::task::yield_now().await;
    note(&events, what);
    if what == failing {
        return Err(io::Error::other("there is no such host"));
    }
    Ok(value)
}

fn app(events: &Events, failing: &'static str) -> App {
    let [open, close, fill, clear, stop] = std::array::from_fn(|_| events.clone());
    App::of(module_path!())
        .lifespan(
            move || step(open.clone(), "open", failing, Pool { url: "db://" }),
            move |_: Arc<Pool>| step(close.clone(), "close", failing, ()),
        )
        .lifespan(
            move || step(fill.clone(), "fill", failing, Cache),
            move |_: Arc<Cache>| step(clear.clone(), "clear", failing, ()),
        )
        .on_shutdown(move || step(stop.clone(), "stop", failing, ()))
}

/// Starts, asks and ends an application: what came of it, and what happened.
fn run(failing: &'static str) -> (Result<(), String>, Vec<String>) {
    let events = Events::default();
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let outcome = runtime.expect("a runtime").block_on(async {
        let running = app(&events, failing).start().await?;
        note(&events, "serve");
        running.end().await
    });
    let events = events.lock().unwrap_or_else(PoisonError::into_inner).clone();
    (outcome.map_err(|error| error.to_string()), events)
}

#[test]
fn what_is_started_is_ended_in_the_other_order() {
    let (outcome, events) = run("");
    assert_eq!(outcome, Ok(()));
    assert_eq!(events, ["open", "fill", "serve", "stop", "clear", "close"]);
}

#[test]
fn a_start_that_fails_ends_those_before_it() {
    let (outcome, events) = run("fill");
    let error = outcome.expect_err("the start fails");
    assert!(
        error.ends_with("failed at the start: there is no such host"),
        "{error}"
    );
    assert_eq!(events, ["open", "fill", "close"]);
}

#[test]
fn an_end_that_fails_keeps_none_from_ending() {
    let (outcome, events) = run("clear");
    let error = outcome.expect_err("the end fails");
    assert!(
        error.ends_with("failed at the end: there is no such host"),
        "{error}"
    );
    assert_eq!(events, ["open", "fill", "serve", "stop", "clear", "close"]);
}

#[test]
fn the_test_client_starts_and_ends_the_application() {
    let events = Events::default();
    let client = TestClient::new(app(&events, ""));
    for path in ["/pool", "/pool/blocking"] {
        assert_eq!(client.get(path).send().text(), "\"db://\"");
    }
    drop(client);
    let events = events.lock().unwrap_or_else(PoisonError::into_inner);
    assert_eq!(*events, ["open", "fill", "stop", "clear", "close"]);
}

#[test]
fn a_start_has_what_those_before_it_made() {
    struct Url(&'static str);
    async fn open(url: Arc<Url>) -> io::Result<Pool> {
        tokio::task::yield_now().await;
        Ok(Pool { url: url.0 })
    }
    let app = App::of(module_path!())
        .state(Cache)
        .on_startup(async |cache: Arc<Cache>| {
            let Cache = *cache;
            Ok::<_, io::Error>(Url("made"))
        })
        .lifespan(open, async |pool: Arc<Pool>| assert_eq!(pool.url, "made"));
    assert_eq!(TestClient::new(app).get("/pool").send().text(), "\"made\"");
}

#[test]
fn a_later_value_of_a_type_replaces_an_earlier_one() {
    let app = App::of(module_path!()).state(Pool { url: "real" });
    let client = TestClient::new(app.state(Pool { url: "fake" }));
    assert_eq!(client.get("/pool").send().text(), "\"fake\"");
}

#[test]
fn an_operation_with_state_can_be_called_as_a_function() {
    assert_eq!(read_pool_elsewhere(&Pool { url: "mine" }), "mine");
}

#[test]
fn a_service_cannot_wait_for_a_lifespan() {
    let error = app(&Events::default(), "")
        .service()
        .map(drop)
        .expect_err("it needs a start");
    assert_eq!(
        error.to_string(),
        "the application has a lifespan, for which a service cannot wait; use `App::start` and then its `service`"
    );
}
