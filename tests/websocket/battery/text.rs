//! Group 6: a text is UTF-8, and nothing else is.

use super::{Cut, answered, breaks, send};
use crate::frames::server;
use crate::raw::{BINARY, CONTINUE, Raw, TEXT, frame};

/// UTF-8, after Markus Kuhn's "UTF-8 decoder capability and stress test".
const GOOD: [&[u8]; 32] = [
    b"hello$world",
    b"hello\xC2\xA2world",
    b"hello\xE2\x82\xACworld",
    b"hello\xF0\xA4\xAD\xA2world",
    b"\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5",
    // The first and the last of each length.
    b"\x00",
    b"\xC2\x80",
    b"\xE0\xA0\x80",
    b"\xF0\x90\x80\x80",
    b"\x7F",
    b"\xDF\xBF",
    b"\xEF\xBF\xBF",
    b"\xF4\x8F\xBF\xBF",
    // Beside the surrogates.
    b"\xED\x9F\xBF",
    b"\xEE\x80\x80",
    // What is no character is a code point all the same.
    b"\xEF\xBF\xBE",
    b"\xF0\x9F\xBF\xBE",
    b"\xF0\xAF\xBF\xBF",
    b"\xF0\xBF\xBF\xBE",
    b"\xF1\x8F\xBF\xBF",
    b"\xF1\xBF\xBF\xBE",
    b"\xF2\x8F\xBF\xBF",
    b"\xF2\xBF\xBF\xBE",
    b"\xF3\x8F\xBF\xBF",
    b"\xF3\xBF\xBF\xBE",
    b"\xF4\x8F\xBF\xBE",
    // Specials.
    b"\xEF\xBF\xB9",
    b"\xEF\xBF\xBA",
    b"\xEF\xBF\xBB",
    b"\xEF\xBF\xBC",
    b"\xEF\xBF\xBD",
    b"\xEF\xBB\xBF a byte order mark",
];

/// What can never become UTF-8, whatever follows.
const BAD: [&[u8]; 59] = [
    // Longer than four bytes, or beyond U+10FFFF.
    b"\xF8\x88\x80\x80\x80",
    b"\xFC\x84\x80\x80\x80\x80",
    b"\xF7\xBF\xBF\xBF",
    b"\xFB\xBF\xBF\xBF\xBF",
    b"\xFD\xBF\xBF\xBF\xBF\xBF",
    b"\xF4\x90\x80\x80",
    // A continuation of nothing.
    b"\x80",
    b"\xBF",
    b"\x80\xBF",
    b"\x80\xBF\x80",
    b"\x80\xBF\x80\xBF",
    b"\x80\xBF\x80\xBF\x80",
    b"\x80\xBF\x80\xBF\x80\xBF",
    b"ok\x81\x8D\x8F\x90\x9D\xBE",
    // A beginning of nothing.
    b"\xC0 \xC1 \xC2 \xDE ",
    b"\xC2 ",
    b"\xE0 \xE1 \xEE ",
    b"\xF0 \xF1 \xF6 ",
    b"\xF8 \xF9 \xFA ",
    b"\xFC ",
    // The last byte is missing, and what there is is wrong.
    b"\xC0",
    b"\xE0\x80",
    b"\xF0\x80\x80",
    b"\xF8\x80\x80\x80",
    b"\xFC\x80\x80\x80\x80",
    b"\xF7\xBF\xBF",
    b"\xFB\xBF\xBF\xBF",
    b"\xFD\xBF\xBF\xBF\xBF",
    b"\xC0\xE0\x80\xF0\x80\x80\xF8\x80\x80\x80\xFC\x80\x80\x80\x80\xDF\xEF\xBF\xF7\xBF\xBF",
    b"\xDF\xEF\xBF",
    // Bytes that are in no text.
    b"\xFE",
    b"\xFF",
    b"\xFE\xFE\xFF\xFF",
    // Longer than it has to be.
    b"\xC0\xAF",
    b"\xE0\x80\xAF",
    b"\xF0\x80\x80\xAF",
    b"\xF8\x80\x80\x80\xAF",
    b"\xFC\x80\x80\x80\x80\xAF",
    b"\xC1\xBF",
    b"\xE0\x9F\xBF",
    b"\xF0\x8F\xBF\xBF",
    b"\xF8\x87\xBF\xBF\xBF",
    b"\xFC\x83\xBF\xBF\xBF\xBF",
    b"\xC0\x80",
    b"\xE0\x80\x80",
    b"\xF0\x80\x80\x80",
    b"\xF8\x80\x80\x80\x80",
    b"\xFC\x80\x80\x80\x80\x80",
    // Surrogates, alone and in pairs.
    b"\xED\xA0\x80",
    b"\xED\xAD\xBF",
    b"\xED\xAE\x80",
    b"\xED\xAF\xBF",
    b"\xED\xB0\x80",
    b"\xED\xBE\x80",
    b"\xED\xBF\xBF",
    b"\xED\xA0\x80\xED\xB0\x80",
    b"\xED\xAF\xBF\xED\xBF\xBF",
    b"\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5\xED\xA0\x80edited",
    b"\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5\xF4\x90\x80\x80edited",
];

/// What is only not UTF-8 when nothing follows.
const CUT_SHORT: [&[u8]; 7] = [
    b"\xCE",
    b"\xDF",
    b"\xEF\xBF",
    b"\xF0\x90\x80",
    b"\xF4\x8F\xBF",
    b"\xCE\xBA\xE1",
    b"\xCE\xBA\xE1\xBD",
];

/// A message of which every byte is a fragment.
fn bytes(opcode: u8, payload: &[u8], last: bool) -> Vec<Vec<u8>> {
    let each = payload.iter().enumerate().map(|(index, byte)| {
        let opcode = if index == 0 { opcode } else { CONTINUE };
        frame(opcode, last && index + 1 == payload.len(), &[*byte])
    });
    each.collect()
}

#[test]
fn what_is_utf_8_is_a_text() {
    let server = server();
    for text in GOOD {
        assert!(std::str::from_utf8(text).is_ok(), "{text:x?}");
        let said = [(TEXT, text.to_vec())];
        answered(&server, &[frame(TEXT, true, text)], &said);
        answered(&server, &bytes(TEXT, text, true), &said);
    }
}

#[test]
fn what_is_not_utf_8_is_no_text() {
    let server = server();
    for wrong in BAD.into_iter().chain(CUT_SHORT) {
        breaks(&server, &[frame(TEXT, true, wrong)], 1007);
        breaks(
            &server,
            &[frame(TEXT, false, b"ok"), frame(CONTINUE, true, wrong)],
            1007,
        );
        breaks(&server, &bytes(TEXT, wrong, true), 1007);
    }
}

#[test]
fn what_can_never_become_a_text_is_not_waited_out() {
    let server = server();
    for wrong in BAD {
        breaks(&server, &[frame(TEXT, false, wrong)], 1007);
        breaks(&server, &bytes(TEXT, wrong, false), 1007);
    }
}

#[test]
fn what_may_yet_become_a_text_is_waited_for() {
    let server = server();
    let rest: [&[u8]; 7] = [b"\xBA", b"\xBF", b"\xBF", b"\x80", b"\xBF", b"\xBD\xB9", b"\xB9"];
    for (begun, rest) in CUT_SHORT.into_iter().zip(rest) {
        let frames = [frame(TEXT, false, begun), frame(CONTINUE, true, rest)];
        answered(&server, &frames, &[(TEXT, [begun, rest].concat())]);
    }
}

#[test]
fn bytes_are_not_looked_at() {
    let server = server();
    for bytes in BAD.into_iter().chain(CUT_SHORT) {
        answered(
            &server,
            &[frame(BINARY, true, bytes)],
            &[(BINARY, bytes.to_vec())],
        );
    }
    // A text that was begun is not confused with the bytes of a control frame.
    let mut raw = Raw::open(&server, "/echo");
    send(
        &mut raw,
        &[
            frame(TEXT, false, b"\xCE"),
            frame(crate::raw::PING, true, b"\xFF"),
            frame(CONTINUE, true, b"\xBA"),
        ],
        Cut::Bytes,
    );
    assert_eq!(raw.frame(), (crate::raw::PONG, b"\xFF".to_vec()));
    assert_eq!(raw.frame(), (TEXT, b"\xCE\xBA".to_vec()));
}
