//! WebSockets: a handshake is an operation, and what follows it has messages and close codes.

use fastr_status::{close_code_may_be_sent, may_be_final};

use super::{BodyUse, Closes, Contract, Covers, Declared, Message, Operation, Parameter, Scope};
use crate::schema::ShapeOf;

/// A function with `#[websocket]`.
pub struct Socket {
    /// The handshake.
    pub operation: &'static Operation,
    /// What it receives, and whether that is JSON; none when it was not said.
    pub receives: Option<ShapeOf>,
    /// What it sends.
    pub sends: Option<ShapeOf>,
    /// What its return type can close it with.
    pub returns: Closes,
    /// The close codes that were declared, each with its description.
    pub declared: &'static [(u16, &'static str)],
}

/// What an attribute hands in.
pub struct SocketRegistration(pub &'static Socket);

inventory::collect!(SocketRegistration);

/// The WebSockets of a scope, in the order of the source.
pub fn sockets(scope: Scope) -> Vec<&'static Socket> {
    let all = inventory::iter::<SocketRegistration>.into_iter();
    let mut found: Vec<_> = all
        .map(|entry| entry.0)
        .filter(|socket| scope.has(socket.operation))
        .collect();
    found.sort_by_key(|socket| socket.operation.place);
    found
}

impl Contract {
    /// Why the parameters cannot be those of a WebSocket.
    pub const fn socket_problem(parameters: &[Parameter], function: &str) -> Option<Message> {
        let message = Message::new("`").text(function);
        match Parameter::sockets(parameters) {
            0 => return Some(message.text("` has no WebSocket; take `mut ws: WebSocket`, or a `Handshake` to decide whether to accept it")),
            1 => {}
            _ => return Some(message.text("` takes its WebSocket twice; take either the `WebSocket`, which has been accepted, or the `Handshake`")),
        }
        let mut index = 0;
        while index < parameters.len() {
            if !matches!(parameters[index].body, BodyUse::Unread | BodyUse::Socket) {
                return Some(message.text("` takes a body, and the handshake of a WebSocket has none; take it from the query or a header, or receive it as the first message"));
            }
            index += 1;
        }
        None
    }

    /// Why a connection cannot be closed with this.
    pub const fn close_code_problem(code: u16) -> Option<Message> {
        if close_code_may_be_sent(code) {
            return None;
        }
        let message = Message::new("");
        let message = match code {
            100..=599 => message
                .status(code)
                .text(" is an HTTP status, which answers a request and closes no WebSocket"),
            1005 | 1006 | 1015 => message
                .number(code)
                .text(" only reports how a connection ended, and is never sent"),
            1000..=4999 => message.number(code).text(" is reserved, and may not be sent"),
            _ => message.number(code).text(" is no WebSocket close code"),
        };
        Some(message.text("; use 1000, another `WS_*` that may be sent, or one from 3000 to 4999"))
    }

    /// Why a handshake cannot be rejected with this.
    pub const fn rejection_problem(declared: &Declared, function: &str) -> Option<Message> {
        match declared.covers {
            Covers::Status(code) if !may_be_final(code) => Self::status_problem(code),
            Covers::Status(code @ 200..=299) => Some(
                Message::new("`")
                    .text(function)
                    .text("` cannot reject a handshake with ")
                    .status(code)
                    .text(", which is a success; name the status of a refusal, such as 401 or 403"),
            ),
            _ => None,
        }
    }
}
