//! A thread that an operation holds up: those who come meanwhile are served by another.

use std::time::{Duration, Instant};

use crate::support::{Connection, Program, json, request};

fn program(arguments: &[&str]) -> Program {
    Program::start_with("concurrency", &[&["--port", "0"], arguments].concat())
}

/// Holds up a thread of the program for longer than the test lasts.
fn hold_up(program: &Program) -> Connection {
    let mut connection = program.connect();
    connection.send(request("GET /hold-up?seconds=3600", ""));
    program.logged(BEGUN);
    connection
}

fn is_answered(connection: &mut Connection) {
    let burgers = connection.ask("GET /burgers", "");
    assert_eq!(burgers, json("200 OK", r#""Two burgers""#));
}

fn newcomers_are_answered(program: &Program) {
    for _ in 0..50 {
        is_answered(&mut program.connect());
    }
}

const BEGUN: &str = "a thread is held up";
const STAND_IN: &str = "another thread takes its new ones";

#[test]
fn those_who_come_are_answered_by_another_thread() {
    let program = program(&["--workers", "2"]);
    newcomers_are_answered(&program);
    let mut held_up = hold_up(&program);
    newcomers_are_answered(&program);
    let told = program.logged(STAND_IN);
    assert!(told.contains(" WARN ") && told.contains("worker="), "{told}");
    assert!(held_up.is_silent());
    // The end comes all the same, when the grace of a second is over.
    let began = Instant::now();
    program.signal();
    let told = program.logged("a worker thread is cut off with all that it had");
    assert!(told.contains("ERROR"), "{told}");
    assert!(program.ended().success());
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}

#[test]
fn whoever_stands_in_can_be_held_up_as_well() {
    let program = program(&["--workers", "1"]);
    let mut held_up = Vec::new();
    for _ in 0..4 {
        held_up.push(hold_up(&program));
        let mut beside = program.connect();
        is_answered(&mut beside);
        program.logged(STAND_IN);
        newcomers_are_answered(&program);
    }
    assert!(held_up.iter_mut().all(Connection::is_silent));
    // That was the last one that could, which is told once.
    held_up.push(hold_up(&program));
    let mut waiting = program.connect();
    waiting.send(request("GET /burgers", ""));
    let told = program.logged("all who could stand in for it are held up");
    assert!(told.contains("ERROR") && told.contains("worker=1"), "{told}");
    assert!(waiting.is_silent());
}

#[test]
fn a_thread_that_goes_on_has_its_connections_as_before() {
    let program = program(&["--workers", "1"]);
    let mut open = program.connect();
    is_answered(&mut open);
    let mut held_up = program.connect();
    held_up.send(request("GET /hold-up?seconds=3", ""));
    program.logged(BEGUN);
    newcomers_are_answered(&program);
    assert!(held_up.is_silent());
    assert_eq!(held_up.answer(), json("200 OK", r#""It took 3 seconds""#));
    is_answered(&mut open);
    is_answered(&mut held_up);
    newcomers_are_answered(&program);
    assert!(program.terminate().success());
}

#[test]
fn threads_that_share_one_socket_serve_for_each_other() {
    let path = std::env::temp_dir().join(format!("fastr-held-up-{}.sock", std::process::id()));
    let at = path.display().to_string();
    let program = Program::start_with("concurrency", &["--uds", &at, "--workers", "2"]);
    let ask = |target: &str| {
        use std::io::Write;
        let mut socket = std::os::unix::net::UnixStream::connect(&path).expect("the server accepts");
        let limit = Some(Duration::from_secs(10));
        socket.set_read_timeout(limit).expect("a deadline");
        let head = request(target, "").replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n");
        socket.write_all(head.as_bytes()).expect("the server reads");
        socket
    };
    let is_answered = || {
        use std::io::Read;
        let mut answer = String::new();
        ask("GET /burgers")
            .read_to_string(&mut answer)
            .expect("an answer");
        assert!(answer.ends_with("\r\n\r\n\"Two burgers\""), "{answer}");
    };
    let first = ask("GET /hold-up?seconds=3600");
    program.logged(BEGUN);
    (0..20).for_each(|_| is_answered());
    let second = ask("GET /hold-up?seconds=3600");
    program.logged(BEGUN);
    (0..20).for_each(|_| is_answered());
    program.logged(STAND_IN);
    drop((first, second));
    assert!(program.terminate().success());
}

#[test]
fn threads_that_share_their_work_have_somebody_stand_in_for_all_of_them() {
    let program = program(&["--workers", "2", "--work-stealing"]);
    let mut held_up = [hold_up(&program), hold_up(&program)];
    newcomers_are_answered(&program);
    let told = program.logged("all threads have been held up");
    assert!(!told.contains("work_stealing"), "{told}");
    assert!(held_up.iter_mut().all(Connection::is_silent));
}
