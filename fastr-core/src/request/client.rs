//! Who asks, and what it calls us.

use std::fmt;
use std::net::IpAddr;

use super::{Arrival, Peer, Request, Site};

/// Who sent a request: FastAPI's `request.client`. As a parameter it costs no allocation.
///
/// It is the other end of the connection, unless that is a proxy named by
/// [`App::trusted_proxies`](crate::private::App::trusted_proxies): then it is who asked the proxy, or the proxy before it. The
/// first address that is no trusted proxy's, seen from here, is the client's; whatever stands before it in the headers is its own
/// word, and is not looked at.
///
/// ```
/// # use fastr_core::private::{App, Client, TestClient};
/// fn greeting(client: Client) -> String {
///     match client.address() {
///         Some(address) => format!("Hello {address}"),
///         None => "Hello, whoever you are".to_owned(),
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Client {
    address: Option<IpAddr>,
    port: Option<u16>,
    is_secure: bool,
}

impl Client {
    /// Who sent this request: in middleware, and wherever else there is a [`Request`]. Of one that the program has made itself
    /// nothing is known.
    pub fn of(request: &Request) -> Self {
        match request.extensions().get::<Arrival>() {
            Some(arrival) => arrival.client(request.headers()),
            None => Peer::default().into(),
        }
    }

    /// Its address: none at a Unix socket, and where a proxy hides it.
    pub fn address(self) -> Option<IpAddr> {
        self.address
    }

    /// Its port: most proxies do not tell it.
    pub fn port(self) -> Option<u16> {
        self.port
    }

    /// Whether it asked over TLS, us or the proxy.
    pub fn is_secure(self) -> bool {
        self.is_secure
    }

    /// `https` or `http`: Starlette's `request.url.scheme`.
    pub fn scheme(self) -> &'static str {
        if self.is_secure { "https" } else { "http" }
    }

    /// The same at another address.
    pub(super) fn at(self, address: Option<IpAddr>, port: Option<u16>) -> Self {
        Self {
            address,
            port,
            ..self
        }
    }

    /// The same with what is known of TLS.
    pub(super) fn over_tls(self, is_secure: bool) -> Self {
        Self { is_secure, ..self }
    }
}

/// The peer itself asks.
impl From<Peer> for Client {
    fn from(peer: Peer) -> Self {
        Self {
            address: peer.address.map(|address| address.ip().to_canonical()),
            port: peer.address.map(|address| address.port()),
            is_secure: peer.is_secure,
        }
    }
}

/// The address and the port; `unknown` without an address.
impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.address, self.port) {
            (Some(IpAddr::V6(address)), Some(port)) => write!(f, "[{address}]:{port}"),
            (Some(address), Some(port)) => write!(f, "{address}:{port}"),
            (Some(address), None) => address.fmt(f),
            (None, _) => f.write_str("unknown"),
        }
    }
}

/// The host and the port that a request asks for: in middleware.
#[cfg(feature = "middleware")]
pub fn host(request: &Request) -> Option<std::borrow::Cow<'_, str>> {
    let arrival = request.extensions().get::<Arrival>()?;
    arrival.site.host(arrival.peer, request.uri(), request.headers())
}

/// What the client calls the program: FastAPI's `request.base_url`, for links that have to be whole, in a mail for instance.
///
/// It is made of the scheme, of the host that the client asked for, and of [`App::root_path`](crate::private::App::root_path). A client
/// can name any host: let `TrustedHostMiddleware` refuse those that are not yours. A request that names none, or something that is
/// no host, is answered 400.
///
/// ```
/// # use fastr_core::private::BaseUrl;
/// fn link(base: BaseUrl) -> String {
///     format!("{base}/items/7") // https://example.com/api/v1/items/7
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct BaseUrl {
    scheme: &'static str,
    host: String,
    root_path: &'static str,
}

impl BaseUrl {
    pub(crate) fn new(client: Client, host: String, site: &'static Site) -> Self {
        Self {
            scheme: client.scheme(),
            host,
            root_path: &site.root_path,
        }
    }

    /// `https` or `http`.
    pub fn scheme(&self) -> &'static str {
        self.scheme
    }

    /// The host, and its port unless it is that of the scheme.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The path below which the program stands, without a slash at its end; empty where there is none: FastAPI's
    /// `request.scope["root_path"]`.
    pub fn root_path(&self) -> &'static str {
        self.root_path
    }
}

/// Without a slash at its end.
impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.host, self.root_path)
    }
}
