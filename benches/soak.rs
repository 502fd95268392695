//! Whether the memory of a program stays as it is while requests of all kinds go on and on.
//!
//! `cargo bench --bench soak`; it fails when the memory has grown. The server is a process of its own, and so that it is the
//! only one that is measured, the clients are in this one. `REQUESTS` says how many there are (a million), and `SECONDS` how
//! long they may take. Linux says how much memory a process has.

use std::error::Error;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

#[path = "soak/clients.rs"]
mod clients;
#[path = "soak/operations.rs"]
mod operations;
#[path = "soak/program.rs"]
mod program;

use program::Program;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many clients there are at one time.
const CLIENTS: usize = 4;

/// How often the memory is read. The first fifth is for warming up.
const SAMPLES: u8 = 50;

/// What memory may grow by, in KiB: the allocator keeps what it had at the worst moment so far, and the worst moments of several
/// threads meet ever more rarely. A single word that every request of a million leaks is eight times as much.
const MOST: i64 = 1024;

fn main() -> Outcome<()> {
    if program::is_server() {
        return Ok(operations::app().run()?);
    }
    let requests = number("REQUESTS", 1_000_000)?;
    let time = Duration::from_secs(number("SECONDS", 3600)?);
    let program = Program::start()?;
    let began = Instant::now();
    let (done, samples) = soak(&program, requests, time)?;
    report(done, began.elapsed(), &samples)
}

fn number(name: &str, default: u64) -> Outcome<u64> {
    Ok(match std::env::var(name) {
        Ok(said) => said
            .parse()
            .map_err(|_| format!("{name} is `{said}`; give a number"))?,
        Err(_) => default,
    })
}

/// Sends requests until there were so many, or the time is over: how many there were, and the memory in between, in KiB.
fn soak(program: &Program, requests: u64, time: Duration) -> Outcome<(u64, Vec<i64>)> {
    let (done, is_over) = (AtomicU64::new(0), AtomicBool::new(false));
    let mut samples = Vec::new();
    let began = Instant::now();
    thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| scope.spawn(|| clients::ask(program.address(), &done, &is_over)))
            .collect();
        let part = |done: u128, all: u128| done * u128::from(SAMPLES) / all.max(1);
        let due = || {
            let by_requests = part(done.load(Ordering::Relaxed).into(), requests.into());
            by_requests.max(part(began.elapsed().as_millis(), time.as_millis()))
        };
        while samples.len() < usize::from(SAMPLES)
            && !clients.iter().any(thread::ScopedJoinHandle::is_finished)
        {
            thread::sleep(Duration::from_millis(10));
            if due() > samples.len() as u128 {
                samples.push(program.memory()?);
            }
        }
        is_over.store(true, Ordering::Relaxed);
        for client in clients {
            client.join().map_err(|_| "a client was answered wrongly")?;
        }
        Ok((done.load(Ordering::Relaxed), samples))
    })
}

/// Says what was measured.
///
/// # Errors
///
/// When the memory has grown from the second fifth to the last.
fn report(done: u64, time: Duration, samples: &[i64]) -> Outcome<()> {
    let fifth = samples.len() / 5;
    let (early, late) = (middle(&samples[fifth..fifth * 2]), middle(&samples[fifth * 4..]));
    let seconds = time.as_secs().max(1);
    println!("{done} requests in {seconds} s, {} a second", done / seconds);
    println!("memory in KiB: {samples:?}");
    println!("{early} KiB in the second fifth, {late} KiB in the last one");
    if late - early > MOST {
        return Err(format!("the memory has grown by {} KiB; {MOST} are allowed", late - early).into());
    }
    Ok(())
}

fn middle(samples: &[i64]) -> i64 {
    let mut sorted = samples.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}
