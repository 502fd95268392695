//! fastr, axum, and hyper by hand, one after the other on this machine, each with one thread.
//!
//! `cargo run --release --manifest-path benches/side_by_side/Cargo.toml` builds them, takes the figures, and prints the
//! tables: requests a second and processor time a request over 32 connections, memory for each idle connection, and
//! allocations for each request. It needs Linux, whose `/proc` says what a process has used. A number behind `--` is how
//! many seconds each window lasts (3).
//!
//! One process is the client of the other on the same machine, so requests a second say less than processor time does.

mod child;
mod counted;
mod load;
mod servers;

use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs, io};

use child::Running;
use load::{Connection, WORKLOADS, Workload, drive};
use servers::{SERVERS, Server};

/// How many connections ask at the same time.
const CONNECTIONS: usize = 32;
/// How many connections do nothing, where the system lets one process have as many.
const IDLE: u32 = 2_000;
/// How many requests are counted.
const COUNTED: u32 = 1_000;

fn main() -> ExitCode {
    let done = match env::var(child::SERVER) {
        Ok(name) => serve(&name),
        Err(_) => window().and_then(measure),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// How long each window lasts.
fn window() -> io::Result<Duration> {
    let said = env::args().nth(1);
    let seconds = said.map_or(Ok(3), |seconds| seconds.parse());
    seconds.map(Duration::from_secs).map_err(io::Error::other)
}

/// Is the server of this name.
fn serve(name: &str) -> io::Result<()> {
    let server = SERVERS.iter().find(|server| server.name == name);
    let server = server.ok_or_else(|| io::Error::other("there is no such server"))?;
    let port = env::var(child::PORT).map_err(io::Error::other)?;
    let is_counted = env::var(child::COUNTED).is_ok_and(|said| said == "true");
    servers::run(server, port.parse().map_err(io::Error::other)?, is_counted)
}

fn measure(window: Duration) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for workload in &WORKLOADS {
        println!("{}\n", workload.name);
        println!("| server | requests a second | processor time a request | allocations a request |");
        println!("|---|---:|---:|---:|");
        for server in &SERVERS {
            let (rate, busy) = runtime.block_on(under_load(server, workload, window))?;
            let allocations = runtime.block_on(allocations(server, workload))?;
            println!(
                "| {} | {rate:.0} | {busy:.2} µs | {allocations:.2} |",
                server.name
            );
        }
        println!();
    }
    let idle = idle();
    println!("memory for each of {idle} connections that have asked once and wait\n");
    println!("| server | bytes |\n|---|---:|");
    for server in &SERVERS {
        let bytes = runtime.block_on(memory(server, idle))?;
        println!("| {} | {bytes:.0} |", server.name);
    }
    Ok(())
}

/// Requests a second, and the processor time of each in microseconds.
async fn under_load(
    server: &Server,
    workload: &'static Workload,
    window: Duration,
) -> io::Result<(f64, f64)> {
    let running = Running::start(server.name, false)?;
    drive(running.port, workload, CONNECTIONS, window / 4).await?;
    let before = running.busy()?;
    let answers = f64::from(drive(running.port, workload, CONNECTIONS, window).await?);
    let busy = running.busy()? - before;
    Ok((answers / window.as_secs_f64(), busy / answers * 1e6))
}

/// How often memory is asked for, for each request of a connection that has asked before.
async fn allocations(server: &Server, workload: &Workload) -> io::Result<f64> {
    let mut running = Running::start(server.name, true)?;
    let mut connection = Connection::open(running.port, workload).await?;
    for _ in 0..COUNTED / 10 {
        connection.ask().await?;
    }
    let before = running.allocations()?;
    for _ in 0..COUNTED {
        connection.ask().await?;
    }
    Ok((running.allocations()? - before) / f64::from(COUNTED))
}

/// How many bytes each connection holds that has asked once and waits.
async fn memory(server: &Server, idle: u32) -> io::Result<f64> {
    let running = Running::start(server.name, false)?;
    let workload = &WORKLOADS[0];
    // What is taken once, for all of them.
    let first = Connection::open(running.port, workload).await?;
    let before = running.resident()?;
    let mut open = vec![first];
    for _ in 0..idle {
        open.push(Connection::open(running.port, workload).await?);
    }
    Ok((running.resident()? - before) / f64::from(idle))
}

/// How many connections this process can have beside the files that it has anyway.
fn idle() -> u32 {
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.and_then(|line| line.split_ascii_whitespace().next()?.parse::<u32>().ok());
    soft.map_or(IDLE, |soft| IDLE.min(soft.saturating_sub(100)))
}
