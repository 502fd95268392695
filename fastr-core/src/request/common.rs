//! What all calls of an application have in common.

use super::{ErrorStyle, Readiness, Site, State};
#[cfg(feature = "websocket")]
use crate::sockets::Sockets;

/// Made before the start and only read afterwards.
#[derive(Default)]
pub struct Common {
    /// What the application lends.
    pub state: State,
    /// How it words its errors.
    pub errors: ErrorStyle,
    /// Where it stands.
    pub site: Site,
    /// Whether it wants requests.
    pub readiness: Readiness,
    /// Its WebSockets.
    #[cfg(feature = "websocket")]
    pub sockets: Sockets,
}
