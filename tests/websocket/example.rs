//! `examples/websockets.rs`, started and asked as its user would.

use crate::raw::{CLOSE, Raw, TEXT, frame};
use crate::support::Program;

fn text(text: &str) -> (u8, Vec<u8>) {
    (TEXT, text.as_bytes().to_vec())
}

#[test]
fn the_pages_of_fastapi() {
    let program = Program::start("websockets");
    let mut echo = Raw::to(program.address(), "/ws");
    echo.send(&frame(TEXT, true, b"hello"));
    assert_eq!(echo.frame(), text("Message text was: hello"));

    let refusal = program.connect().ask("GET /items/7/ws", "");
    assert!(
        refusal.starts_with("HTTP/1.1 426 Upgrade Required\n"),
        "{refusal}"
    );
    let mut item = Raw::to(program.address(), "/items/7/ws?token=t&q=3");
    item.send(&frame(TEXT, true, b"hello"));
    assert_eq!(item.frame(), text("Session cookie or query token value is: t"));
    assert_eq!(item.frame(), text("Query parameter q is: 3"));
    assert_eq!(item.frame(), text("Message text was: hello, for item ID: 7"));
    let mut none = Raw::to(program.address(), "/items/0/ws?token=t");
    assert_eq!(none.frame(), (CLOSE, b"\x03\xf0not for sale".to_vec()));
}

#[test]
fn all_hear_what_one_says() {
    let program = Program::start("websockets");
    let mut first = Raw::to(program.address(), "/ws/1");
    first.send(&frame(TEXT, true, b"first"));
    assert_eq!(first.frame(), text("You wrote: first"));
    assert_eq!(first.frame(), text("Client #1 says: first"));
    // On whatever thread the second one is.
    let mut second = Raw::to(program.address(), "/ws/2");
    second.send(&frame(TEXT, true, b"second"));
    assert_eq!(second.frame(), text("You wrote: second"));
    assert_eq!(second.frame(), text("Client #2 says: second"));
    assert_eq!(first.frame(), text("Client #2 says: second"));
    second.send(&frame(CLOSE, true, &[3, 232]));
    assert_eq!(second.frame(), (CLOSE, vec![3, 232]));
    assert_eq!(first.frame(), text("Client #2 left the chat"));
}

#[test]
#[cfg(unix)]
fn the_end_of_the_program_is_told_and_waited_for() {
    let program = Program::start("websockets");
    let mut sockets: Vec<_> = (0..5)
        .map(|id| Raw::to(program.address(), &format!("/ws/{id}")))
        .collect();
    for socket in &mut sockets {
        socket.send(&frame(TEXT, true, b"x"));
        // The others say things too.
        while socket.frame() != text("You wrote: x") {}
    }
    let ended = std::thread::spawn(|| program.terminate());
    for socket in &mut sockets {
        let close = loop {
            let (opcode, payload) = socket.frame();
            if opcode == CLOSE {
                break payload;
            }
        };
        assert_eq!(close, b"\x03\xe9the server is shutting down");
        socket.send(&frame(CLOSE, true, &close[..2]));
    }
    assert!(ended.join().expect("the program ends").success());
}
