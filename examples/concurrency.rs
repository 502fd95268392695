//! Operations that wait, that compute, and that hold up their thread.
//!
//! Follows FastAPI's page "Concurrency and async / await". `cargo run --example concurrency -- --workers 1`, then `curl
//! "localhost:8000/hold-up?seconds=5" & sleep 1; curl localhost:8000/burgers`: the second is answered all the same, and the log says why that
//! took a moment. With `--workers 2 --work-stealing` it takes none.

use std::thread;
use std::time::Duration;

use fastr::{App, get};

/// Wait for two burgers: meanwhile the thread has time for others.
#[get("/burgers")]
async fn burgers() -> &'static str {
    tokio::time::sleep(Duration::from_millis(10)).await;
    "Two burgers"
}

/// List the primes below a number: it computes, so it does that on the pool.
#[get("/primes", blocking)]
fn primes(#[query(le = 10_000)] below: u32) -> Vec<u32> {
    let is_prime = |number: &u32| (2..*number).all(|divisor| !number.is_multiple_of(divisor));
    (2..below).filter(is_prime).collect()
}

/// What not to do: it blocks, and does not say so. `#[get("/hold-up", blocking)]` would mend it.
#[get("/hold-up", include_in_schema = false)]
async fn hold_up(#[query(ge = 0, le = 3600)] seconds: u32) -> String {
    eprintln!("a thread is held up for {seconds} seconds");
    thread::sleep(Duration::from_secs(seconds.into()));
    format!("It took {seconds} seconds")
}

fn main() -> fastr::Result {
    App::new()
        .title("Concurrency")
        .shutdown_grace(Duration::from_secs(1))
        .run()
}
