//! Group 5, and 10: messages in several frames, and what may stand between them.

use super::{answered, breaks};
use crate::frames::server;
use crate::raw::{BINARY, CLOSE, CONTINUE, PING, PONG, TEXT, frame};

#[test]
fn a_control_frame_is_whole() {
    let server = server();
    for (opcode, payload) in [(PING, &b"x"[..]), (PONG, b"x"), (CLOSE, &[3, 232])] {
        breaks(&server, &[frame(opcode, false, payload)], 1002);
        breaks(
            &server,
            &[frame(opcode, false, payload), frame(CONTINUE, true, b"y")],
            1002,
        );
    }
}

#[test]
fn a_message_is_put_together() {
    let server = server();
    for opcode in [TEXT, BINARY] {
        for pieces in [
            &["one ", "two"][..],
            &["", ""],
            &["", "", ""],
            &["", "middle", ""],
            &["f", "r", "a", "g", "m", "e", "n", "t", "s"],
        ] {
            let frames = (1..=pieces.len()).zip(pieces).map(|(number, piece)| {
                frame(
                    if number == 1 { opcode } else { CONTINUE },
                    number == pieces.len(),
                    piece.as_bytes(),
                )
            });
            let frames: Vec<_> = frames.collect();
            let message = (opcode, pieces.concat().into_bytes());
            answered(&server, &frames, std::slice::from_ref(&message));
            // And once more behind it.
            answered(
                &server,
                &[&frames[..], &frames].concat(),
                &[message.clone(), message],
            );
        }
    }
}

#[test]
fn control_frames_stand_between_fragments() {
    answered(
        &server(),
        &[
            frame(TEXT, false, b"fragment1 "),
            frame(CONTINUE, false, b"fragment2 "),
            frame(PING, true, b"ping 1"),
            frame(PONG, true, b"nobody asked"),
            frame(CONTINUE, false, b"fragment3 "),
            frame(CONTINUE, false, b""),
            frame(PING, true, b"ping 2"),
            frame(CONTINUE, true, b"fragment4"),
        ],
        &[
            (PONG, b"ping 1".to_vec()),
            (PONG, b"ping 2".to_vec()),
            (TEXT, b"fragment1 fragment2 fragment3 fragment4".to_vec()),
        ],
    );
}

#[test]
fn a_continuation_continues_something() {
    let server = server();
    let message = || [frame(TEXT, false, b"frag"), frame(CONTINUE, true, b"ment")];
    for last in [true, false] {
        let stray = || frame(CONTINUE, last, b"nothing to continue");
        breaks(&server, &[stray()], 1002);
        breaks(&server, &[stray(), frame(TEXT, true, b"x")], 1002);
        breaks(&server, &[frame(TEXT, true, b"x"), stray()], 1002);
        breaks(
            &server,
            &[message().concat(), stray(), frame(TEXT, true, b"x")],
            1002,
        );
        breaks(&server, &[[stray()].concat(), message().concat()], 1002);
    }
}

#[test]
fn a_message_does_not_begin_inside_of_another() {
    let server = server();
    for (outer, inner) in [(TEXT, TEXT), (TEXT, BINARY), (BINARY, TEXT), (BINARY, BINARY)] {
        for last in [true, false] {
            breaks(
                &server,
                &[frame(outer, false, b"x"), frame(inner, last, b"y")],
                1002,
            );
        }
    }
}

#[test]
fn a_long_message_comes_in_many_fragments() {
    let server = server();
    let text = "*".repeat(65_536);
    let pieces = text.as_bytes().chunks(1300);
    let count = pieces.len();
    let frames = pieces.enumerate().map(|(index, piece)| {
        frame(
            if index == 0 { TEXT } else { CONTINUE },
            index + 1 == count,
            piece,
        )
    });
    let frames: Vec<_> = frames.collect();
    answered(&server, &frames, &[(TEXT, text.into())]);
}
