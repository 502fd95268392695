//! Groups 1 to 4: lengths, pings and pongs, reserved bits and opcodes.

use super::{answered, breaks};
use crate::frames::server;
use crate::raw::{BINARY, CLOSE, CONTINUE, PING, PONG, TEXT, frame, mask};

const KEY: [u8; 4] = [0x37, 0xFA, 0x21, 0x3D];

#[test]
fn lengths_of_every_form_are_understood() {
    let server = server();
    for opcode in [TEXT, BINARY] {
        for length in [0, 1, 2, 124, 125, 126, 127, 128, 65_535, 65_536, 65_537] {
            let payload = vec![b'*'; length];
            answered(&server, &[frame(opcode, true, &payload)], &[(opcode, payload)]);
        }
    }
}

#[test]
fn a_ping_is_answered_with_what_it_holds() {
    let server = server();
    for payload in [
        &b""[..],
        b"Hello, world!",
        b"\x00\xff\xfe\xfd\xfc\xfb\x00\xff",
        &[0xFE; 125],
    ] {
        let pong = (PONG, payload.to_vec());
        answered(&server, &[frame(PING, true, payload)], &[pong]);
    }
    for length in [126, 127, 65_536] {
        breaks(&server, &[frame(PING, true, &vec![b'x'; length])], 1002);
    }
}

#[test]
fn every_ping_is_answered_in_its_order() {
    let payloads: Vec<_> = (0..10)
        .map(|number| format!("ping {number}").into_bytes())
        .collect();
    let frames: Vec<_> = payloads.iter().map(|it| frame(PING, true, it)).collect();
    let answers: Vec<_> = payloads.into_iter().map(|it| (PONG, it)).collect();
    answered(&server(), &frames, &answers);
}

#[test]
fn a_pong_that_nobody_asked_for_is_nothing() {
    let server = server();
    for payload in [&b""[..], b"unsolicited"] {
        let unsolicited = frame(PONG, true, payload);
        answered(&server, std::slice::from_ref(&unsolicited), &[]);
        let frames = [unsolicited, frame(PING, true, b"ping")];
        answered(&server, &frames, &[(PONG, b"ping".to_vec())]);
    }
    breaks(&server, &[frame(PONG, true, &[b'x'; 126])], 1002);
}

#[test]
fn reserved_bits_break_the_rules() {
    let server = server();
    let good = frame(TEXT, true, b"good");
    for bits in 1..=7 {
        for (opcode, payload) in [
            (TEXT, &b"x"[..]),
            (BINARY, b"x"),
            (PING, b"x"),
            (PONG, b""),
            (CLOSE, &[3, 232]),
        ] {
            let bad = mask(0x80 | bits << 4 | opcode, KEY, payload);
            breaks(&server, std::slice::from_ref(&bad), 1002);
            breaks(&server, &[good.clone(), bad], 1002);
        }
        let begun = frame(TEXT, false, b"x");
        breaks(
            &server,
            &[begun, mask(0x80 | bits << 4 | CONTINUE, KEY, b"y")],
            1002,
        );
    }
}

#[test]
fn reserved_opcodes_break_the_rules() {
    let server = server();
    let good = frame(TEXT, true, b"good");
    for opcode in (3..=7).chain(0xB..=0xF) {
        for (last, payload) in [(true, &b""[..]), (true, b"payload"), (false, b"x")] {
            let bad = frame(opcode, last, payload);
            breaks(&server, std::slice::from_ref(&bad), 1002);
            breaks(&server, &[good.clone(), bad], 1002);
        }
    }
}

#[test]
fn a_frame_without_a_mask_breaks_the_rules() {
    let server = server();
    for first in [TEXT, BINARY, PING, CLOSE] {
        breaks(&server, &[vec![0x80 | first, 2, 3, 232]], 1002);
    }
}
