//! Where the program listens: at its own sockets, or at those that systemd has opened for it.

use crate::error::StartupError;
use crate::server::{self, Bound, Place};

/// The sockets of the program.
pub struct Listening {
    /// Those that differ: of an address, one for each thread.
    pub sockets: Vec<Bound>,
    /// Where they are.
    pub place: Place,
    /// Whether they are systemd's, and stay when the program ends.
    pub inherited: bool,
}

impl Listening {
    /// The sockets that systemd has opened, or else own ones for so many threads.
    pub fn open(place: Place, threads: usize) -> Result<Self, StartupError> {
        #[cfg(feature = "systemd")]
        if let Some(socket) =
            server::inherited().map_err(|error| StartupError::io("taking the socket from systemd", error))?
        {
            return Ok(Self::at(vec![socket], place, true));
        }
        let own = server::listen(&place, threads);
        let own = own.map_err(|error| StartupError::io(&format!("listening on {}", place.name()), error))?;
        Ok(Self::at(own, place, false))
    }

    fn at(sockets: Vec<Bound>, wanted: Place, inherited: bool) -> Self {
        let place = sockets.first().and_then(Bound::place).unwrap_or(wanted);
        Self {
            sockets,
            place,
            inherited,
        }
    }
}

/// Takes away what is left of own sockets: the file of one that has a path.
pub fn clear(place: &Place, inherited: bool) {
    if let Place::Path(path) = place
        && !inherited
    {
        // Another program may have taken it over already.
        let _ = std::fs::remove_file(path);
    }
}
