//! From a method and a path to an operation.

use bytes::Bytes;
use http::header::UPGRADE;
use http::{HeaderMap, HeaderValue};

use crate::request::{Captures, RequestParts};
#[cfg(feature = "files")]
use crate::respond::Directory;
use crate::route::{Method, Operation};

/// All paths and what answers at each.
pub struct Router {
    pub(super) tree: matchit::Router<usize>,
    pub(super) places: Vec<Place>,
    pub(super) redirect_slashes: bool,
    /// Whether there are WebSockets at all.
    pub(super) has_sockets: bool,
    /// All methods that are answered anywhere.
    pub(super) allow: HeaderValue,
}

/// A page that is known before the start and never changes.
pub struct Page {
    /// What is said of it: its media type, its tag, what it may load.
    pub headers: HeaderMap,
    /// What it says.
    pub content: Bytes,
}

/// What answers at a path where no operation does.
pub(super) enum Fixed {
    /// A page.
    Page(Page),
    /// A directory; the path ends in a parameter that takes the rest.
    #[cfg(feature = "files")]
    Files(Directory),
}

/// One path.
pub(super) struct Place {
    pub(super) fixed: Option<Fixed>,
    pub(super) operations: [Option<&'static Operation>; Method::ALL.len()],
    /// The handshake of a WebSocket.
    pub(super) socket: Option<&'static Operation>,
    /// The methods that are answered, as the `Allow` header has them.
    pub(super) allow: HeaderValue,
}

/// What the router says of a request.
pub enum Lookup<'router> {
    /// This operation answers.
    Operation(&'static Operation, Captures),
    /// This page is shown.
    Page(&'router Page),
    /// What is at this decoded path in a directory.
    #[cfg(feature = "files")]
    Files(&'router Directory, String),
    /// OPTIONS, for a path that has no such operation of its own.
    Options(&'router HeaderValue),
    /// The path is known, the method is not.
    MethodNotAllowed(&'router HeaderValue),
    /// The same path with the slash at its end added or taken away is known.
    Redirect(String),
    /// The target is no path: `CONNECT` has such, and who takes this server for a proxy.
    NoPath,
    /// Nothing answers.
    NotFound,
}

impl Router {
    /// The WebSocket that a request asks for, if there is one at its path. A request that asks for another protocol can be
    /// answered without it (RFC 9110, section 7.8).
    #[inline]
    pub fn look_up_socket(&self, head: &RequestParts, path: &str) -> Option<Lookup<'_>> {
        if !self.has_sockets || head.method != http::Method::GET || !asks_for_websocket(&head.headers) {
            return None;
        }
        let matched = self.tree.at(path).ok()?;
        let socket = self.places.get(*matched.value)?.socket?;
        Some(Lookup::Operation(socket, captures(path, &matched.params)))
    }

    /// What answers a request, whose path has the one form.
    #[inline]
    pub fn look_up(&self, method: &http::Method, path: &str) -> Lookup<'_> {
        let Ok(matched) = self.tree.at(path) else {
            return self.unmatched(method, path);
        };
        let Some(place) = self.places.get(*matched.value) else {
            return Lookup::NotFound;
        };
        let Some(method) = Method::of(method) else {
            return Lookup::MethodNotAllowed(&place.allow);
        };
        let derived = || {
            (method == Method::Head)
                .then(|| place.operations[Method::Get as usize])
                .flatten()
        };
        match place.operations[method as usize].or_else(derived) {
            Some(operation) => Lookup::Operation(operation, captures(path, &matched.params)),
            // It tells what to upgrade to.
            None if method == Method::Get
                && let Some(socket) = place.socket =>
            {
                Lookup::Operation(socket, captures(path, &matched.params))
            }
            None if matches!(method, Method::Get | Method::Head)
                && let Some(fixed) = &place.fixed =>
            {
                match fixed {
                    Fixed::Page(page) => Lookup::Page(page),
                    #[cfg(feature = "files")]
                    Fixed::Files(directory) => {
                        let rest = matched.params.iter().next().map_or("", |(_, rest)| rest);
                        rest_of_path(rest).map_or(Lookup::NotFound, |rest| Lookup::Files(directory, rest))
                    }
                }
            }
            None if method == Method::Options => Lookup::Options(&place.allow),
            None => Lookup::MethodNotAllowed(&place.allow),
        }
    }

    #[cold]
    fn unmatched(&self, method: &http::Method, path: &str) -> Lookup<'_> {
        match path {
            // Of the server as a whole (RFC 9110, section 9.3.7).
            "*" if method == http::Method::OPTIONS => Lookup::Options(&self.allow),
            _ if !path.starts_with('/') => Lookup::NoPath,
            _ => self.with_other_slash(path),
        }
    }

    fn with_other_slash(&self, path: &str) -> Lookup<'_> {
        let other = match path.strip_suffix('/') {
            Some(without) => without.to_owned(),
            None => format!("{path}/"),
        };
        // `//host` would be read as another host's address (RFC 3986, section 4.2), and CONNECT has no path at all.
        let is_path = path.starts_with('/') && !other.starts_with("//");
        if self.redirect_slashes && is_path && self.tree.at(&other).is_ok() {
            Lookup::Redirect(other)
        } else {
            Lookup::NotFound
        }
    }
}

/// Whether a WebSocket is among the protocols that are asked for; `h2c` is asked for too.
fn asks_for_websocket(headers: &HeaderMap) -> bool {
    let values = headers.get_all(UPGRADE).into_iter();
    let mut protocols = values.flat_map(|list| list.as_bytes().split(|&byte| byte == b','));
    protocols.any(|protocol| protocol.trim_ascii().eq_ignore_ascii_case(b"websocket"))
}

/// What the parameters of a path caught.
#[inline]
fn captures(path: &str, params: &matchit::Params<'_, '_>) -> Captures {
    let mut captures = Captures::default();
    for (_, piece) in params.iter() {
        captures.push(path, piece);
    }
    captures
}

/// The rest of a path, decoded; nothing when it is no text, since no file of ours is called so.
#[cfg(feature = "files")]
fn rest_of_path(rest: &str) -> Option<String> {
    let rest = percent_encoding::percent_decode_str(rest).decode_utf8().ok()?;
    Some(rest.into_owned())
}
