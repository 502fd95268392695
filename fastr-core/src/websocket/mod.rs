//! Step 6: WebSockets (RFC 6455): the handshake, the messages, and the close codes, which are no statuses.
//!
//! A handshake becomes a [`Session`]: one task that drives the handler and the [`Line`](line::Line) to the peer. They meet
//! in the [`Link`](link::Link), which holds what was received and what is to be sent.

mod close;
mod contract;
mod disconnect;
mod ends;
mod halves;
mod handshake;
mod iter;
mod line;
mod link;
mod message;
mod room;
mod session;
mod socket;
mod wire;

pub use close::{CloseFrame, CloseFrameError};
pub use contract::breach;
pub use disconnect::{CloseError, WebSocketDisconnect};
pub use ends::{ClosesWith, Ends, EndsSocket, SocketEnds, close_title, closed_with};
pub use halves::{WebSocketReceiver, WebSocketSender};
pub use handshake::Handshake;
pub use iter::{IterBytes, IterJson, IterText};
pub use message::Message;
pub use room::{Member, Room};
pub use session::Session;
pub use socket::WebSocket;
pub use wire::{InProcess, Moved, Now, Wire};
