//! Threads that share the work of all connections: an operation that holds up its thread keeps nobody else waiting.

use std::time::{Duration, Instant};

use crate::support::{Connection, Program, json, request};

const WORKERS: usize = 3;

fn program() -> Program {
    let workers = WORKERS.to_string();
    let arguments = ["--port", "0", "--workers", &workers, "--work-stealing"];
    Program::start_with("concurrency", &arguments)
}

/// Holds up a thread of the program for longer than the test lasts.
fn hold_up(program: &Program) -> Connection {
    let mut connection = program.connect();
    connection.send(request("GET /hold-up?seconds=3600", ""));
    connection
}

fn is_answered(connection: &mut Connection) {
    let burgers = connection.ask("GET /burgers", "");
    assert_eq!(burgers, json("200 OK", r#""Two burgers""#));
}

#[test]
fn connections_that_are_open_and_new_ones_go_on() {
    let program = program();
    let mut open: Vec<Connection> = (0..20).map(|_| program.connect()).collect();
    open.iter_mut().for_each(is_answered);
    let mut held_up = Vec::new();
    for _ in 1..WORKERS {
        held_up.push(hold_up(&program));
        for _ in 0..2 {
            open.iter_mut().for_each(is_answered);
            for _ in 0..10 {
                is_answered(&mut program.connect());
            }
        }
    }
    for connection in &mut held_up {
        assert!(connection.is_silent());
    }
}

#[test]
fn the_end_is_as_without_it() {
    let program = program();
    let mut idle = program.connect();
    is_answered(&mut idle);
    let mut held_up = hold_up(&program);
    is_answered(&mut program.connect());
    let began = Instant::now();
    program.signal();
    // Whoever does nothing is not waited for, and whoever is in the middle of something has the grace.
    assert!(idle.ends());
    assert!(
        began.elapsed() < Duration::from_millis(900),
        "{:?}",
        began.elapsed()
    );
    let told = program.logged("cut off at the end of the grace period");
    assert!(told.contains("requests=1 answers=0"), "{told}");
    assert!(program.ended().success());
    let took = began.elapsed();
    assert!((1..5).contains(&took.as_secs()), "{took:?}");
    assert!(held_up.ends());
}

#[test]
fn a_program_that_does_nothing_ends_at_once() {
    let program = program();
    let began = Instant::now();
    assert!(program.terminate().success());
    assert!(
        began.elapsed() < Duration::from_millis(900),
        "{:?}",
        began.elapsed()
    );
}
