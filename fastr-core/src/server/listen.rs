//! Opening the sockets that are listened on.

use std::io;
use std::net::{SocketAddr, TcpListener};

use socket2::{Domain, Protocol, Socket, Type};

/// How many connections the kernel holds until they are accepted.
const BACKLOG: i32 = 1024;

/// One socket for each of `count` threads, all on one address, among which the kernel deals out the connections.
///
/// The first is bound alone, so that an address that another program has is found out, and only then lets the others
/// in: at no time is the address free for anybody else.
///
/// # Errors
///
/// When the address cannot be listened on.
pub fn listen(address: SocketAddr, count: usize) -> io::Result<Vec<TcpListener>> {
    let count = if cfg!(unix) { count } else { 1 };
    let first = open(address)?;
    first.bind(&address.into())?;
    if count > 1 {
        share(&first)?;
    }
    first.listen(BACKLOG)?;
    let bound = first.local_addr()?;
    let mut sockets = vec![first.into()];
    for _ in 1..count {
        let next = open(address)?;
        share(&next)?;
        next.bind(&bound)?;
        next.listen(BACKLOG)?;
        sockets.push(next.into());
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
mod tests {
    use super::*;

    const ANY: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 0);

    fn addresses(sockets: &[TcpListener]) -> Vec<SocketAddr> {
        let addresses = sockets.iter().map(|socket| socket.local_addr().ok());
        addresses.collect::<Option<_>>().unwrap_or_default()
    }

    #[test]
    #[cfg(unix)]
    fn all_sockets_have_one_address_that_nobody_else_can_have() {
        for count in [1, 2, 4] {
            let Ok(sockets) = listen(ANY, count) else {
                panic!("no free port")
            };
            let addresses = addresses(&sockets);
            assert_eq!(addresses, vec![addresses[0]; count]);
            for others in [1, 2] {
                let taken = listen(addresses[0], others).map_err(|error| error.kind());
                assert!(matches!(taken, Err(io::ErrorKind::AddrInUse)), "{taken:?}");
            }
        }
    }
}
