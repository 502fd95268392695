//! A Unix socket in the place of an address.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

use fastr::{App, get};
use tokio::net::UnixListener;
use tokio::sync::oneshot;

use crate::support::{Program, request};

#[get("/quick")]
async fn quick() -> bool {
    true
}

fn path(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("fastr-{name}-{}.sock", std::process::id()))
}

/// The answer to a request after which the connection is closed.
fn ask(path: &PathBuf, line: &str) -> String {
    let mut socket = UnixStream::connect(path).expect("the server accepts");
    let head = request(line, "").replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n");
    socket.write_all(head.as_bytes()).expect("the server reads");
    let mut answer = String::new();
    socket.read_to_string(&mut answer).expect("the server answers");
    answer
}

#[test]
fn requests_are_answered() {
    let path = path("served");
    let (bound, binding) = std::sync::mpsc::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let there = path.clone();
    let server = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let listener = UnixListener::bind(there).expect("a free path");
            bound.send(()).expect("the test waits");
            let stopped = async {
                let _ = stopped.await;
            };
            let served = App::of(module_path!()).serve_until(listener, stopped).await;
            served.expect("the application starts");
        });
    });
    binding.recv().expect("the server listens");
    let answer = ask(&path, "GET /quick");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\ntrue"), "{answer}");
    stop.send(()).expect("the server runs");
    server.join().expect("the server ends");
    std::fs::remove_file(path).expect("the socket is left to whoever made it");
}

#[test]
fn a_program_listens_there_and_clears_up() {
    let path = path("program");
    let program = Program::start_with("response_status_code", &["--uds", &path.display().to_string()]);
    let answer = ask(&path, "GET /nowhere");
    assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
    assert!(program.terminate().success());
    assert!(!path.exists());
}
