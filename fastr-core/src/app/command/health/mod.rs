//! `program health`: asks the program that runs whether it does. For images that have nothing else to ask with.

#[cfg(feature = "tls")]
mod tls;

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::time::Duration;

use crate::error::StartupError;
use crate::server::Place;

/// What is asked. The host is one that a certificate or a list of hosts may not know; a redirect is an answer too.
const QUESTION: &[u8] = b"GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

/// How long each step may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks there, over TLS or without.
///
/// # Errors
///
/// When nobody answers, or with a status that is none of health.
pub fn ask(place: &Place, is_secure: bool) -> Result<(), StartupError> {
    let status = match place {
        Place::Address(address) | Place::Shared(address) => {
            TcpStream::connect_timeout(&reached(*address), PATIENCE).and_then(|stream| {
                stream.set_read_timeout(Some(PATIENCE))?;
                status(stream, is_secure)
            })
        }
        #[cfg(unix)]
        Place::Path(path) => UnixStream::connect(path).and_then(|stream| {
            stream.set_read_timeout(Some(PATIENCE))?;
            status(stream, is_secure)
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
        doing: format!("asking {}/livez", place.url(is_secure)),
        source: problem,
    })
}

/// Who listens at all addresses is asked at the one of this machine.
fn reached(address: SocketAddr) -> SocketAddr {
    match address {
        SocketAddr::V4(it) if it.ip().is_unspecified() => (Ipv4Addr::LOCALHOST, it.port()).into(),
        SocketAddr::V6(it) if it.ip().is_unspecified() => (Ipv6Addr::LOCALHOST, it.port()).into(),
        other => other,
    }
}

/// The status of the answer.
fn status(stream: impl Read + Write, is_secure: bool) -> io::Result<u16> {
    #[cfg(feature = "tls")]
    if is_secure {
        return answer(tls::over(stream)?, is_secure);
    }
    answer(stream, is_secure)
}

fn answer(mut stream: impl Read + Write, is_secure: bool) -> io::Result<u16> {
    stream.write_all(QUESTION)?;
    let mut line = Vec::new();
    stream.take(12).read_to_end(&mut line)?;
    let status = line
        .strip_prefix(b"HTTP/1.1 ")
        .and_then(|status| std::str::from_utf8(status).ok());
    let status = status.and_then(|status| status.parse().ok());
    status.ok_or_else(|| {
        let cure = if is_secure {
            "what it answered is no HTTP/1.1"
        } else {
            "what it answered is no HTTP/1.1; if it speaks TLS, give its certificate here as well (`--ssl-certfile` and `--ssl-keyfile`)"
        };
        io::Error::new(io::ErrorKind::InvalidData, cure)
    })
}
