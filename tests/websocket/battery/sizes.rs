//! Group 9: long messages, many fragments, many messages.

use fastr::WebSocketLimits;

use crate::echo::app;
use crate::frames::serve;
use crate::raw::{BINARY, CONTINUE, Raw, TEXT, frame};
use crate::support::Server;

const MIB: usize = 1024 * 1024;

fn generous() -> Server {
    serve(app().websockets(WebSocketLimits::new().message_size(16 * MIB).frame_size(16 * MIB)))
}

/// A payload of which no two pieces that are sent are alike.
fn payload(length: usize) -> Vec<u8> {
    (b'a'..=b'y').cycle().take(length).collect()
}

/// Sends a message in fragments of this size, in writes of that size, and wants it back.
#[track_caller]
fn comes_back(server: &Server, opcode: u8, length: usize, fragment: usize, chop: usize) {
    let payload = payload(length);
    let mut raw = Raw::open(server, "/echo");
    let pieces = payload.chunks(fragment);
    let count = pieces.len();
    let mut frames = Vec::new();
    for (index, piece) in pieces.enumerate() {
        let opcode = if index == 0 { opcode } else { CONTINUE };
        frames.extend(frame(opcode, index + 1 == count, piece));
    }
    frames.chunks(chop).for_each(|chop| raw.send(chop));
    let (came, message) = raw.frame();
    // Megabytes are not shown.
    assert!(
        (came, &message) == (opcode, &payload),
        "{length} bytes in fragments of {fragment}, sent by {chop}"
    );
}

#[test]
fn long_messages_come_back() {
    let server = generous();
    for opcode in [TEXT, BINARY] {
        for length in [MIB / 4, MIB, 4 * MIB, 16 * MIB] {
            comes_back(&server, opcode, length, length, length);
        }
    }
}

#[test]
fn long_messages_of_short_fragments_come_back() {
    let server = generous();
    for opcode in [TEXT, BINARY] {
        for fragment in [64, 256, 1024, 4096, 16_384, 65_536, 262_144] {
            comes_back(&server, opcode, MIB, fragment, MIB);
        }
    }
}

#[test]
fn long_messages_in_short_writes_come_back() {
    let server = generous();
    for opcode in [TEXT, BINARY] {
        for chop in [64, 128, 256, 512, 1024, 2048] {
            comes_back(&server, opcode, MIB / 4, MIB, chop);
        }
    }
}

#[test]
fn a_thousand_messages_come_back() {
    let server = generous();
    for opcode in [TEXT, BINARY] {
        for length in [0, 16, 256, 4096] {
            let payload = payload(length);
            let message = frame(opcode, true, &payload);
            let mut raw = Raw::open(&server, "/echo");
            for _ in 0..1000 {
                raw.send(&message);
                assert_eq!(raw.frame(), (opcode, payload.clone()));
            }
        }
    }
}
