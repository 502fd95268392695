//! Opening the sockets that are listened on.

use std::io;
use std::net::{SocketAddr, TcpListener};
#[cfg(unix)]
use std::os::unix::net::{UnixListener, UnixStream};
#[cfg(unix)]
use std::path::Path;
use std::path::PathBuf;

use socket2::{Domain, Protocol, Socket, Type};

use super::Listener;

/// How many connections the kernel holds until they are accepted.
pub const BACKLOG: u16 = 1024;

/// Where to listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At an address.
    Address(SocketAddr),
    /// At an address that another program may have as well, until it ends.
    Shared(SocketAddr),
    /// At a Unix socket.
    Path(PathBuf),
}

impl Place {
    /// The address, or the path.
    pub fn name(&self) -> String {
        match self {
            Self::Address(address) | Self::Shared(address) => address.to_string(),
            Self::Path(path) => path.display().to_string(),
        }
    }

    /// What a client is told to ask, over TLS or without.
    pub fn url(&self, is_secure: bool) -> String {
        let scheme = match (self, is_secure) {
            (Self::Path(_), _) => "unix:",
            (_, true) => "https://",
            (_, false) => "http://",
        };
        format!("{scheme}{}", self.name())
    }
}

/// A socket that is listened on, before it belongs to a thread.
#[derive(Debug)]
pub enum Bound {
    /// At an address.
    Tcp(TcpListener),
    /// At a path.
    #[cfg(unix)]
    Unix(UnixListener),
}

impl Bound {
    /// Hands it over to the runtime that is there.
    ///
    /// # Errors
    ///
    /// When the runtime cannot watch it.
    pub fn listener(self) -> io::Result<Listener> {
        Ok(match self {
            Self::Tcp(listener) => tokio::net::TcpListener::from_std(listener)?.into(),
            #[cfg(unix)]
            Self::Unix(listener) => tokio::net::UnixListener::from_std(listener)?.into(),
        })
    }

    /// The place, as the system knows it: of a socket that was inherited nothing else does.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Tcp(listener) => listener.local_addr().ok().map(Place::Address),
            #[cfg(unix)]
            Self::Unix(listener) => {
                let address = listener.local_addr().ok()?;
                let path = address.as_pathname().map(Path::to_owned);
                path.or_else(|| unnamed(&address)).map(Place::Path)
            }
        }
    }

    /// The same socket for another thread: they take what comes in turns.
    ///
    /// # Errors
    ///
    /// When no descriptor is left.
    pub fn try_clone(&self) -> io::Result<Self> {
        Ok(match self {
            Self::Tcp(listener) => Self::Tcp(listener.try_clone()?),
            #[cfg(unix)]
            Self::Unix(listener) => Self::Unix(listener.try_clone()?),
        })
    }
}

/// The name of a socket that has no file, as `ss` and systemd write it.
#[cfg(target_os = "linux")]
fn unnamed(address: &std::os::unix::net::SocketAddr) -> Option<PathBuf> {
    use std::os::linux::net::SocketAddrExt;
    let name = address.as_abstract_name()?;
    Some(format!("@{}", String::from_utf8_lossy(name)).into())
}

#[cfg(all(unix, not(target_os = "linux")))]
fn unnamed(_: &std::os::unix::net::SocketAddr) -> Option<PathBuf> {
    None
}

/// The sockets there for `count` threads: of an address as many, among which the kernel deals out the connections, and of a path one
/// for all of them.
///
/// # Errors
///
/// When it cannot be listened there.
pub fn listen(place: &Place, count: usize) -> io::Result<Vec<Bound>> {
    match place {
        Place::Address(address) => addresses(*address, count, false),
        Place::Shared(address) => addresses(*address, count, true),
        #[cfg(unix)]
        Place::Path(path) => {
            // A program that was killed leaves its socket behind, and nobody answers there.
            if matches!(UnixStream::connect(path), Err(error) if error.kind() == io::ErrorKind::ConnectionRefused)
            {
                std::fs::remove_file(path)?;
            }
            let listener = UnixListener::bind(path)?;
            listener.set_nonblocking(true)?;
            Ok(vec![Bound::Unix(listener)])
        }
        #[cfg(not(unix))]
        Place::Path(_) => Err(io::Error::new(
            io::ErrorKind::Unsupported,
            "this system has no Unix sockets",
        )),
    }
}

/// The first socket that systemd has opened for this program (`LISTEN_FDS`), if it did: it stays open while the program
/// is restarted.
///
/// # Errors
///
/// When what was handed over is no socket that can be listened on.
#[cfg(feature = "systemd")]
pub fn inherited() -> io::Result<Option<Bound>> {
    let mut sockets = listenfd::ListenFd::from_env();
    if sockets.len() == 0 {
        return Ok(None);
    }
    #[cfg(unix)]
    if let Ok(Some(listener)) = sockets.take_unix_listener(0) {
        listener.set_nonblocking(true)?;
        return Ok(Some(Bound::Unix(listener)));
    }
    let Some(listener) = sockets.take_tcp_listener(0)? else {
        return Ok(None);
    };
    listener.set_nonblocking(true)?;
    Ok(Some(Bound::Tcp(listener)))
}

/// One socket for each of `count` threads, all on one address, among which the kernel deals out the connections.
///
/// The first is bound alone, so that an address that another program has is found out, and only then lets the others
/// in; at no time is the address free for anybody who does not ask to share it.
fn addresses(address: SocketAddr, count: usize, shared: bool) -> io::Result<Vec<Bound>> {
    let count = if cfg!(unix) { count } else { 1 };
    let first = open(address)?;
    if shared {
        share(&first)?;
    }
    first.bind(&address.into())?;
    share(&first)?;
    first.listen(BACKLOG.into())?;
    let bound = first.local_addr()?;
    let mut sockets = vec![Bound::Tcp(first.into())];
    for _ in 1..count {
        let next = open(address)?;
        share(&next)?;
        next.bind(&bound)?;
        next.listen(BACKLOG.into())?;
        sockets.push(Bound::Tcp(next.into()));
    }
    Ok(sockets)
}

fn open(address: SocketAddr) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(cfg!(unix))?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

fn share(socket: &Socket) -> io::Result<()> {
    #[cfg(unix)]
    socket.set_reuse_port(true)?;
    #[cfg(not(unix))]
    let _ = socket;
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    const ANY: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 0);

    fn address(bound: &Bound) -> Option<SocketAddr> {
        match bound.place() {
            Some(Place::Address(address)) => Some(address),
            _ => None,
        }
    }

    #[test]
    fn all_sockets_have_one_address_that_nobody_else_can_have() {
        for count in [1, 2, 4] {
            let sockets = listen(&Place::Address(ANY), count).unwrap_or_default();
            let addresses: Vec<_> = sockets.iter().filter_map(address).collect();
            assert_eq!(addresses.len(), count, "no free port");
            assert_eq!(addresses, vec![addresses[0]; count]);
            for others in [1, 2] {
                let taken = listen(&Place::Address(addresses[0]), others).map_err(|error| error.kind());
                assert!(matches!(taken, Err(io::ErrorKind::AddrInUse)), "{taken:?}");
            }
        }
    }

    #[test]
    fn a_place_is_told_as_a_client_asks_there() {
        assert_eq!(Place::Address(ANY).url(false), "http://127.0.0.1:0");
        assert_eq!(Place::Shared(ANY).url(true), "https://127.0.0.1:0");
        for is_secure in [false, true] {
            assert_eq!(
                Place::Path("/run/shop.sock".into()).url(is_secure),
                "unix:/run/shop.sock"
            );
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_socket_without_a_file_has_a_name() {
        use std::os::linux::net::SocketAddrExt;
        let name = format!("fastr-listen-{}", std::process::id());
        let address = std::os::unix::net::SocketAddr::from_abstract_name(&name);
        let bound = address.and_then(|address| UnixListener::bind_addr(&address));
        let place = bound.ok().and_then(|listener| Bound::Unix(listener).place());
        assert_eq!(place, Some(Place::Path(format!("@{name}").into())));
    }

    #[test]
    fn an_address_is_shared_with_those_who_ask_for_it() {
        let sockets = listen(&Place::Address(ANY), 1).unwrap_or_default();
        let address = sockets.first().and_then(address).unwrap_or(ANY);
        let shared = listen(&Place::Shared(address), 2).unwrap_or_default();
        assert_eq!(
            shared.iter().filter_map(self::address).collect::<Vec<_>>(),
            [address; 2]
        );
    }

    #[test]
    fn a_socket_that_was_left_behind_is_replaced_and_one_that_answers_is_not() {
        let path = std::env::temp_dir().join(format!("fastr-listen-{}", std::process::id()));
        let place = Place::Path(path.clone());
        for _ in 0..2 {
            let sockets = listen(&place, 2).unwrap_or_default();
            assert_eq!(sockets.len(), 1, "it is one for all threads");
            let taken = listen(&place, 1).map_err(|error| error.kind());
            assert!(matches!(taken, Err(io::ErrorKind::AddrInUse)), "{taken:?}");
        }
        std::fs::remove_file(path).unwrap_or_else(|error| panic!("{error}"));
    }
}
