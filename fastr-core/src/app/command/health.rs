//! `program health`: asks the program that runs whether it does. For images that have nothing else to ask with.

use std::io::{self, Read, Write};
use std::net::TcpStream;
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::time::Duration;

use crate::error::StartupError;
use crate::server::Place;

/// What is asked. The host is one that a certificate or a list of hosts may not know; a redirect is an answer too.
const QUESTION: &[u8] = b"GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

/// How long each step may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks there.
///
/// # Errors
///
/// When nobody answers, or with a status that is none of health.
pub fn ask(place: &Place) -> Result<(), StartupError> {
    let status = match place {
        Place::Address(address) | Place::Shared(address) => TcpStream::connect_timeout(address, PATIENCE)
            .and_then(|stream| {
                stream.set_read_timeout(Some(PATIENCE))?;
                status(stream)
            }),
        #[cfg(unix)]
        Place::Path(path) => UnixStream::connect(path).and_then(|stream| {
            stream.set_read_timeout(Some(PATIENCE))?;
            status(stream)
        }),
        #[cfg(not(unix))]
        Place::Path(_) => Err(io::ErrorKind::Unsupported.into()),
    };
    let problem = match status {
        Ok(200..=399) => return Ok(()),
        Ok(status) => io::Error::other(format!(
            "it answered {status}; add `App::health` if there is no `/livez`"
        )),
        Err(error) => error,
    };
    Err(StartupError::Io {
        doing: format!("asking {place}/livez"),
        source: problem,
    })
}

/// The status of the answer.
fn status(mut stream: impl Read + Write) -> io::Result<u16> {
    stream.write_all(QUESTION)?;
    let mut line = Vec::new();
    stream.take(12).read_to_end(&mut line)?;
    let status = line
        .strip_prefix(b"HTTP/1.1 ")
        .and_then(|status| std::str::from_utf8(status).ok());
    let status = status.and_then(|status| status.parse().ok());
    status.ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            "what it answered is no HTTP/1.1; it is not asked over TLS",
        )
    })
}
