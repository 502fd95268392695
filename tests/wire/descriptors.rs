//! A program that has no descriptor left: it serves whom it has, rests, and accepts again when one is free.

use std::fs;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{Connection, Program, request};

/// Enough for the program and some connections.
const DESCRIPTORS: u32 = 40;

/// How long the program has computed, in hundredths of a second.
fn computed(program: &Program) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", program.id())).expect("the program runs");
    // The name of the program, which may have spaces, ends at the last parenthesis.
    let fields: Vec<&str> = stat[stat.rfind(')').expect("its name")..]
        .split_whitespace()
        .collect();
    let number = |index: usize| fields[index].parse::<u64>().expect("a number");
    number(12) + number(13)
}

#[test]
fn no_descriptor_left_is_waited_out() {
    let program = Program::start_with_descriptors("response_status_code", DESCRIPTORS);
    let mut served = program.connect();
    assert!(served.ask("GET /nowhere", "").starts_with("HTTP/1.1 404 "));
    // The kernel takes them all, and the program cannot.
    let crowd: Vec<TcpStream> = (0..DESCRIPTORS)
        .map(|_| TcpStream::connect(program.address()).expect("the kernel accepts"))
        .collect();
    let told = "a connection could not be accepted";
    assert!(program.logged(told).contains("Too many open files"));
    let (began, before) = (Instant::now(), computed(&program));
    // It rests longer and longer, and says so each time.
    let rests: Vec<String> = (0..5).map(|_| program.logged(told)).collect();
    assert!(rests[4].contains("rest=1s"), "{rests:?}");
    let (time, computed) = (began.elapsed(), computed(&program) - before);
    assert!(time >= Duration::from_millis(1500), "five rests in {time:?}");
    assert!(computed < 30, "{computed} hundredths of a second in {time:?}");
    // Whom it has does not notice.
    for _ in 0..10 {
        assert!(served.ask("GET /nowhere", "").starts_with("HTTP/1.1 404 "));
    }
    // Somebody waits until there is room.
    let mut waiting = Connection::open(program.address());
    waiting.send(request("GET /nowhere", ""));
    drop(crowd);
    assert!(waiting.answer().starts_with("HTTP/1.1 404 "));
    assert!(program.terminate().success());
}
