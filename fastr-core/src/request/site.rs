//! Where the program stands: behind which proxies, and below which path. So it is known who asks, and what the client calls us.

use std::borrow::Cow;

use http::header::{FORWARDED, HOST};
use http::uri::Authority;
use http::{HeaderMap, HeaderName, Uri};

use super::{Client, Peer, TrustedProxies};
use crate::decode::forwarded::{Node, hops, members, plain_node};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const X_FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// Where the program stands.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The proxies in front of it.
    pub proxies: TrustedProxies,
    /// What proxies take from the path, or hand on before it: nothing, or `/…` without a slash at its end.
    pub root_path: String,
}

/// From where a request came, as an extension of it.
#[derive(Clone, Copy)]
pub struct Arrival {
    /// The other end of the connection.
    pub peer: Peer,
    /// Where it arrived.
    pub site: &'static Site,
}

impl Arrival {
    /// Who asks.
    pub fn client(self, headers: &HeaderMap) -> Client {
        self.site.client(self.peer, headers)
    }
}

/// Who asks, and by which name, as the proxies tell.
struct Told<'a> {
    client: Client,
    host: Option<Cow<'a, str>>,
}

impl Site {
    /// Who asks.
    #[inline]
    pub fn client(&self, peer: Peer, headers: &HeaderMap) -> Client {
        if self.proxies.trust(peer) {
            self.told(peer, headers).client
        } else {
            peer.into()
        }
    }

    /// The host and the port that the client asked for, if it named one: what a proxy was asked for, or else the target of the
    /// request, or the header (RFC 9112, section 3.2).
    pub fn host<'a>(&self, peer: Peer, uri: &'a Uri, headers: &'a HeaderMap) -> Option<Cow<'a, str>> {
        let told = || {
            self.proxies
                .trust(peer)
                .then(|| self.told(peer, headers).host)
                .flatten()
        };
        let of_target = || Some(Cow::Borrowed(uri.authority()?.as_str()));
        let of_header = || Some(Cow::Borrowed(headers.get(HOST)?.to_str().ok()?));
        let host = told().or_else(of_target).or_else(of_header)?;
        host.parse::<Authority>()
            .is_ok_and(|host| !host.as_str().contains('@'))
            .then_some(host)
    }

    /// What a peer that is trusted says.
    fn told<'a>(&self, peer: Peer, headers: &'a HeaderMap) -> Told<'a> {
        let mut told = Told {
            client: peer.into(),
            host: None,
        };
        if self.proxies.tell_in_forwarded() {
            for hop in hops(lines(headers, &FORWARDED)) {
                // What the proxy nearest to the client says of it goes before what the others saw.
                if let Some(is_secure) = hop.proto.as_deref().and_then(is_secure) {
                    told.client = told.client.over_tls(is_secure);
                }
                told.host = hop.host.or(told.host);
                if !self.passes(&mut told.client, hop.node) {
                    break;
                }
            }
        } else {
            let mut proxies = 0;
            for member in members(lines(headers, &X_FORWARDED_FOR)) {
                if !self.passes(&mut told.client, plain_node(member)) {
                    break;
                }
                proxies += 1;
            }
            let proto = nearest(headers, &X_FORWARDED_PROTO, proxies);
            if let Some(is_secure) = proto.and_then(is_secure) {
                told.client = told.client.over_tls(is_secure);
            }
            told.host = nearest(headers, &X_FORWARDED_HOST, proxies).map(Cow::Borrowed);
        }
        told
    }

    /// Goes on to who asked a proxy, and says whether that is a proxy as well.
    fn passes(&self, client: &mut Client, node: Node) -> bool {
        *client = client.at(node.address, node.port);
        node.address.is_some_and(|address| self.proxies.has(address))
    }
}

/// The path as the program knows it: without the one below which it stands for the client, if that is there.
#[inline]
pub fn inside<'a>(path: &'a str, root_path: &str) -> &'a str {
    match path.strip_prefix(root_path) {
        Some(inside) if inside.starts_with('/') => inside,
        _ => path,
    }
}

/// The lines of a header.
fn lines<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl DoubleEndedIterator<Item = &'a [u8]> {
    headers.get_all(name).into_iter().map(http::HeaderValue::as_bytes)
}

/// What the proxy nearest to the client says in a list to which each adds, or hands on what is there: the one behind so many.
fn nearest<'a>(headers: &'a HeaderMap, name: &HeaderName, proxies: usize) -> Option<&'a str> {
    members(lines(headers, name)).take(proxies + 1).last()
}

/// Whether a protocol is one over TLS, if it is one that we speak. Some proxies name that of a WebSocket.
fn is_secure(proto: &str) -> Option<bool> {
    let is = |names: [&str; 2]| names.iter().any(|name| proto.eq_ignore_ascii_case(name));
    if is(["https", "wss"]) {
        Some(true)
    } else {
        is(["http", "ws"]).then_some(false)
    }
}
