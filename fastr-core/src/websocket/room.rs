//! A room: what one says, all hear. In one process.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use fastr_status::WS_1013_TRY_AGAIN_LATER;
use serde::Serialize;

use super::close::CloseFrame;
use super::halves::WebSocketSender;
use super::link::{Link, NotSent};
use super::message::{Message, Outgoing};
use super::socket::WebSocket;
use crate::encode::json;
use crate::error::InternalError;

/// WebSockets that hear the same: the `ConnectionManager` of FastAPI's page "WebSockets". It holds for one process; what
/// several should hear goes through a broker, as in `examples/broadcast`: what is said is published there, and one task sends
/// to the room what the broker tells.
///
/// Nobody waits for anybody: a member whose [queue](crate::private::WebSocketLimits::send_queue) is full is closed with 1013,
/// and the others are not held up.
///
/// ```
/// # use fastr_core::private::{Room, WebSocket};
/// static LOBBY: Room = Room::new();
///
/// async fn chat(client_id: u64, mut ws: WebSocket) {
///     let _member = LOBBY.join(&ws);
///     while let Ok(text) = ws.receive_text().await {
///         LOBBY.send_text(format!("Client #{client_id} says: {text}"));
///     }
///     LOBBY.send_text(format!("Client #{client_id} left the chat"));
/// }
/// ```
#[derive(Default)]
pub struct Room {
    members: Mutex<Vec<WebSocketSender>>,
}

/// The place of a WebSocket in a [`Room`]; it leaves when this is dropped.
#[must_use = "a WebSocket leaves the room when this is dropped; keep it in a variable"]
pub struct Member<'room> {
    room: &'room Room,
    link: Arc<Link>,
}

impl Room {
    /// An empty room; it can be a `static`, or part of the state.
    pub const fn new() -> Self {
        Self {
            members: Mutex::new(Vec::new()),
        }
    }

    /// Lets a WebSocket hear what is said, for as long as the member lives.
    pub fn join(&self, socket: &WebSocket) -> Member<'_> {
        self.with(|members| members.push(socket.sender()));
        Member {
            room: self,
            link: socket.link().clone(),
        }
    }

    /// Sends a message to all.
    pub fn send(&self, message: impl Into<Message>) {
        self.push(&message.into().into());
    }

    /// Sends a text to all.
    pub fn send_text(&self, text: impl Into<String>) {
        self.push(&Outgoing::Text(text.into().into()));
    }

    /// Sends bytes to all.
    pub fn send_bytes(&self, bytes: impl Into<Bytes>) {
        self.push(&Outgoing::Bytes(bytes.into()));
    }

    /// Sends a value to all, as JSON in a text.
    ///
    /// # Errors
    ///
    /// When the value cannot be JSON.
    pub fn send_json<T: Serialize + ?Sized>(&self, value: &T) -> Result<(), InternalError> {
        self.send_text(json::to_string(value)?);
        Ok(())
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.with(|members| members.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes are not copied for each member.
    fn push(&self, message: &Outgoing) {
        self.with(|members| {
            members.retain(|member| match member.try_push(message.clone()) {
                Ok(()) => true,
                Err(NotSent::Over) => false,
                Err(NotSent::Full) => {
                    member.cut(CloseFrame::constant(
                        WS_1013_TRY_AGAIN_LATER,
                        "too slow to hear everything that is said",
                    ));
                    false
                }
            });
        });
    }

    /// Nothing in here waits, so the lock is short.
    fn with<T>(&self, look: impl FnOnce(&mut Vec<WebSocketSender>) -> T) -> T {
        look(&mut self.members.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Member<'_> {
    fn drop(&mut self) {
        self.room
            .with(|members| members.retain(|member| !member.is_of(&self.link)));
    }
}
