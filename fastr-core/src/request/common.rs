//! What all calls of an application have in common.

use super::{ErrorStyle, State};
#[cfg(feature = "websocket")]
use crate::sockets::Sockets;

/// Made before the start and only read afterwards.
#[derive(Default)]
pub struct Common {
    /// What the application lends.
    pub state: State,
    /// How it words its errors.
    pub errors: ErrorStyle,
    /// Its WebSockets.
    #[cfg(feature = "websocket")]
    pub sockets: Sockets,
}
