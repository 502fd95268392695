//! The contract of an open WebSocket: what becomes of a close code that it does not declare.

use std::sync::atomic::Ordering;

use fastr_status::{WS_1011_INTERNAL_ERROR, close_reason};

use super::close::CloseFrame;
use crate::route::Socket;
use crate::sockets::Sockets;

/// What the peer sees of what nobody expected.
pub const UNEXPECTED: CloseFrame = CloseFrame::constant(WS_1011_INTERNAL_ERROR, "");

/// What a connection may be closed with.
#[derive(Clone, Copy)]
pub struct Contract {
    /// The function, and what it declares.
    pub socket: &'static Socket,
    /// What holds for all of the application.
    pub sockets: &'static Sockets,
}

impl Contract {
    /// The frame, if it may be sent. One that was not declared is logged and counted, and while the program is written 1011 goes
    /// in its place.
    pub fn keep(&self, frame: CloseFrame) -> CloseFrame {
        let Some(text) = breach(self.socket, frame.code()) else {
            return frame;
        };
        self.sockets.undeclared.fetch_add(1, Ordering::Relaxed);
        tracing::error!("{text}");
        if self.sockets.refuses_undeclared {
            UNEXPECTED
        } else {
            frame
        }
    }
}

/// What is to be said of a close code that a WebSocket does not declare.
pub fn breach(socket: &Socket, code: u16) -> Option<String> {
    if socket.may_close_with(code) {
        return None;
    }
    let (name, place) = (socket.operation.name, socket.operation.place);
    let words = close_reason(code).map_or_else(String::new, |words| format!(" {words}"));
    Some(format!(
        "`{name}` ({place}) closed with {code}{words}, which it does not declare; add `closes({code} = \"…\")` to its attribute, or close with one of {}",
        socket.codes()
    ))
}
