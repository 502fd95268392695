//! Group 7: how a peer closes, and what it may say with it.

use super::{CUTS, breaks, send};
use crate::frames::server;
use crate::raw::{CLOSE, CONTINUE, PING, Raw, TEXT, frame};
use crate::support::Server;

/// Sends frames of which one closes, and wants it to be answered with what it holds, and nothing to come behind it.
#[track_caller]
fn closes(server: &Server, frames: &[Vec<u8>], answer: &[u8]) {
    for cut in CUTS {
        let mut raw = Raw::open(server, "/echo");
        send(&mut raw, frames, cut);
        let close = loop {
            match raw.frame() {
                (CLOSE, payload) => break payload,
                // What was said before may have been answered.
                (opcode, _) => assert_eq!(opcode, TEXT),
            }
        };
        assert_eq!(close, answer, "{cut:?}");
        assert!(raw.ends(), "{cut:?}");
    }
}

fn close(code: u16, reason: &[u8]) -> Vec<u8> {
    [&code.to_be_bytes()[..], reason].concat()
}

#[test]
fn a_close_is_answered_with_what_it_holds() {
    let server = server();
    let payloads = [
        Vec::new(),
        close(1000, b""),
        close(1000, b"Hello, world!"),
        close(1000, "grüße".as_bytes()),
        close(1000, &[b'*'; 123]),
    ];
    for payload in payloads {
        closes(&server, &[frame(CLOSE, true, &payload)], &payload);
    }
}

#[test]
fn a_peer_may_send_these_codes() {
    let server = server();
    // 1014 came late to the register, and tungstenite takes it for a code that is reserved.
    let registered = (1000..=1003).chain(1007..=1013);
    for code in registered.chain([3000, 3999, 4000, 4999]) {
        let payload = close(code, b"why");
        closes(&server, &[frame(CLOSE, true, &payload)], &payload);
    }
}

#[test]
fn a_peer_may_not_send_these() {
    let server = server();
    for code in [
        0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535,
    ] {
        breaks(&server, &[frame(CLOSE, true, &close(code, b""))], 1002);
        breaks(&server, &[frame(CLOSE, true, &close(code, b"why"))], 1002);
    }
}

#[test]
fn a_close_that_is_none_breaks_the_rules() {
    let server = server();
    breaks(&server, &[frame(CLOSE, true, &[3])], 1002);
    breaks(&server, &[frame(CLOSE, true, &close(1000, &[b'*'; 124]))], 1002);
    for wrong in [&b"\xff"[..], b"\xCE\xBA\xED\xA0\x80edited", b"\xCE"] {
        breaks(&server, &[frame(CLOSE, true, &close(1000, wrong))], 1007);
    }
}

#[test]
fn nothing_counts_behind_a_close() {
    let server = server();
    let bye = close(1000, b"bye");
    let closing = frame(CLOSE, true, &bye);
    for behind in [
        frame(CLOSE, true, &close(4000, b"once more")),
        frame(PING, true, b"are you there?"),
        frame(TEXT, true, b"one more thing"),
        // What would break a rule breaks none any more.
        frame(CONTINUE, true, b"nothing to continue"),
    ] {
        closes(&server, &[closing.clone(), behind.clone()], &bye);
        closes(&server, &[frame(TEXT, true, b"x"), closing.clone(), behind], &bye);
    }
    // In the midst of a message.
    let frames = [
        frame(TEXT, false, b"frag"),
        closing,
        frame(CONTINUE, true, b"ment"),
    ];
    closes(&server, &frames, &bye);
}
