//! What the Autobahn suite asks, by hand over raw frames: its groups 1 to 7, 9 and 10 as tables. The suite itself is asked by
//! `.ci/run`, where there is a Python that it runs on.
//!
//! Every case is sent in one piece, frame by frame and byte by byte, each time on a connection of its own.

mod closes;
mod fragments;
mod framing;
mod sizes;
mod text;

use crate::raw::{CLOSE, PONG, Raw, frame};
use crate::support::Server;

/// How what is sent is cut into writes.
#[derive(Clone, Copy, Debug)]
enum Cut {
    Whole,
    Frames,
    Bytes,
}

const CUTS: [Cut; 3] = [Cut::Whole, Cut::Frames, Cut::Bytes];

/// A frame: its opcode, and its payload.
type Frame = (u8, Vec<u8>);

fn send(raw: &mut Raw, frames: &[Vec<u8>], cut: Cut) {
    match cut {
        Cut::Whole => raw.send(&frames.concat()),
        Cut::Frames => frames.iter().for_each(|frame| raw.send(frame)),
        Cut::Bytes => frames.concat().chunks(1).for_each(|byte| raw.send(byte)),
    }
}

/// Sends frames that keep the rules, wants these answers, and then closes in peace. A pong may overtake what the handler says,
/// and so the two kinds are compared apart.
#[track_caller]
fn answered(server: &Server, frames: &[Vec<u8>], answers: &[Frame]) {
    let is_pong = |frame: &Frame| frame.0 == PONG;
    let (pongs, messages): (Vec<_>, Vec<_>) = answers.iter().cloned().partition(is_pong);
    for cut in CUTS {
        let mut raw = Raw::open(server, "/echo");
        send(&mut raw, frames, cut);
        let came = answers.iter().map(|_| raw.frame());
        let came: (Vec<_>, Vec<_>) = came.partition(is_pong);
        assert_eq!(came, (pongs.clone(), messages.clone()), "{cut:?}");
        raw.send(&frame(CLOSE, true, &[3, 232]));
        assert_eq!(raw.frame(), (CLOSE, vec![3, 232]), "{cut:?}");
        assert!(raw.ends(), "{cut:?}");
    }
}

/// Sends frames of which the last breaks a rule, and wants to be told with this code. What came before it may have been
/// answered, or not any more.
#[track_caller]
fn breaks(server: &Server, frames: &[Vec<u8>], code: u16) {
    for cut in CUTS {
        let mut raw = Raw::open(server, "/echo");
        send(&mut raw, frames, cut);
        let close = loop {
            let (opcode, payload) = raw.frame();
            if opcode == CLOSE {
                break payload;
            }
        };
        let shown = || format!("{cut:?}, {frames:x?}: {:?}", String::from_utf8_lossy(&close));
        assert_eq!(close[..2], code.to_be_bytes(), "{}", shown());
        assert!(raw.ends(), "{}", shown());
    }
}
