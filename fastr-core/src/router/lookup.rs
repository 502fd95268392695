//! From a method and a path to an operation.

use bytes::Bytes;
use http::header::UPGRADE;
use http::{HeaderMap, HeaderValue};

use super::tree::Tree;
use crate::decode::path::{Canonical, canonical};
use crate::request::{Captures, RequestParts, inside};
#[cfg(feature = "files")]
use crate::respond::Directory;
use crate::route::{Method, Operation};

/// All paths and what answers at each.
pub struct Router {
    pub(super) tree: Tree,
    pub(super) places: Vec<Place>,
    pub(super) redirect_slashes: bool,
    /// What stands before a path for the client, whether proxies hand it on or not.
    pub(super) root_path: String,
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
pub struct Place {
    pub(super) fixed: Option<Fixed>,
    pub(super) operations: [Option<&'static Operation>; Method::ALL.len()],
    /// The handshake of a WebSocket.
    pub(super) socket: Option<&'static Operation>,
    /// The methods that are answered, as the `Allow` header has them.
    pub(super) allow: HeaderValue,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            fixed: None,
            operations: [None; Method::ALL.len()],
            socket: None,
            allow: HeaderValue::from_static("GET, HEAD, OPTIONS"),
        }
    }
}

/// What the router says of a request.
pub enum Lookup<'router> {
    /// This operation answers.
    Operation(&'static Operation),
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
    /// The operation that answers a request, if one does, and what its path caught.
    #[inline]
    pub fn find(&self, head: &RequestParts, captures: &mut Captures) -> Option<&'static Operation> {
        if self.has_sockets && asks_for_websocket(head) {
            return self.find_socket(head, captures);
        }
        let path = head.uri.path();
        // The rest of the path is as it stands in the template. So where what was caught is plain, the path has the one form.
        match self.tree.find(path, self.skipped(path), captures) {
            Some(place) if captures.are_plain() => {
                self.places.get(place)?.operation(Method::of(&head.method)?)
            }
            _ => self.find_encoded(head, captures),
        }
    }

    /// The operation for a path that may have another form than the one that is looked up.
    fn find_encoded(&self, head: &RequestParts, captures: &mut Captures) -> Option<&'static Operation> {
        let form = canonical(head.uri.path());
        if form == Canonical::Plain {
            return None;
        }
        let place = self.place(form, head, captures)?;
        place.operation(Method::of(&head.method)?)
    }

    /// The WebSocket that a request asks for, if there is one at its path. A request that asks for another protocol can be
    /// answered without it (RFC 9110, section 7.8).
    fn find_socket(&self, head: &RequestParts, captures: &mut Captures) -> Option<&'static Operation> {
        let place = self.place(canonical(head.uri.path()), head, captures)?;
        place
            .socket
            .or_else(|| place.operation(Method::of(&head.method)?))
    }

    /// Where the path leads in this form of it, and what it catches.
    fn place(&self, form: Canonical, head: &RequestParts, captures: &mut Captures) -> Option<&Place> {
        *captures = Captures::default();
        let path = form.of(head.uri.path());
        let place = self.tree.find(path, self.skipped(path), captures)?;
        captures.caught_in(form);
        self.places.get(place)
    }

    /// What answers a request, whose path has the one form.
    pub fn look_up(&self, method: &http::Method, path: &str) -> Lookup<'_> {
        let (skipped, mut captures) = (self.skipped(path), Captures::default());
        let found = self.tree.find(path, skipped, &mut captures);
        let Some(place) = found.and_then(|place| self.places.get(place)) else {
            return self.unmatched(method, &path[skipped..]);
        };
        let Some(method) = Method::of(method) else {
            return Lookup::MethodNotAllowed(&place.allow);
        };
        match place.operation(method) {
            Some(operation) => Lookup::Operation(operation),
            None if matches!(method, Method::Get | Method::Head)
                && let Some(fixed) = &place.fixed =>
            {
                match fixed {
                    Fixed::Page(page) => Lookup::Page(page),
                    #[cfg(feature = "files")]
                    Fixed::Files(directory) => {
                        let rest = rest_of_path(captures.raw(path, 0));
                        rest.map_or(Lookup::NotFound, |rest| Lookup::Files(directory, rest))
                    }
                }
            }
            None if method == Method::Options => Lookup::Options(&place.allow),
            None => Lookup::MethodNotAllowed(&place.allow),
        }
    }

    /// How much of a path stands before what the program knows of it.
    #[inline]
    fn skipped(&self, path: &str) -> usize {
        if self.root_path.is_empty() {
            return 0;
        }
        path.len() - inside(path, &self.root_path).len()
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
        if self.redirect_slashes && is_path && self.tree.find(&other, 0, &mut Captures::default()).is_some() {
            Lookup::Redirect(format!("{}{other}", self.root_path))
        } else {
            Lookup::NotFound
        }
    }
}

/// Whether a WebSocket is among the protocols that are asked for; `h2c` is asked for too.
fn asks_for_websocket(head: &RequestParts) -> bool {
    if head.method != http::Method::GET {
        return false;
    }
    let values = head.headers.get_all(UPGRADE).into_iter();
    let mut protocols = values.flat_map(|list| list.as_bytes().split(|&byte| byte == b','));
    protocols.any(|protocol| protocol.trim_ascii().eq_ignore_ascii_case(b"websocket"))
}

impl Place {
    /// The operation that answers this method, if one does.
    #[inline]
    fn operation(&self, method: Method) -> Option<&'static Operation> {
        self.operations[method as usize].or_else(|| match method {
            Method::Head => self.operations[Method::Get as usize],
            // It tells what to upgrade to.
            Method::Get => self.socket,
            _ => None,
        })
    }

    /// What answers there, for a message.
    #[cfg(feature = "files")]
    pub(super) fn name(&self) -> String {
        let operation = self.operations.iter().flatten().next().or(self.socket.as_ref());
        operation.map_or_else(
            || "other files".to_owned(),
            |operation| format!("`{}` ({})", operation.name, operation.place),
        )
    }

    /// One where something fixed answers, and no operation.
    pub(super) fn of(fixed: Fixed) -> Self {
        Self {
            fixed: Some(fixed),
            ..Self::default()
        }
    }
}

/// The rest of a path, decoded; nothing when it is no text, since no file of ours is called so.
#[cfg(feature = "files")]
fn rest_of_path(rest: &str) -> Option<String> {
    let rest = percent_encoding::percent_decode_str(rest).decode_utf8().ok()?;
    Some(rest.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Segment::{self, CatchAll, Literal, Parameter};
    use crate::router::build;

    /// What the parameters of a template catch in a path, decoded; nothing when it does not fit.
    fn caught(template: &'static [Segment], path: &str) -> Option<Vec<String>> {
        let operation = Operation::new("operation").methods(&[Method::Get]).path(template);
        let router = build(&[Box::leak(Box::new(operation))], &[], false)
            .unwrap_or_else(|error| panic!("{template:?}: {error}"));
        let request = http::Request::get(path).body(());
        let (head, ()) = request
            .unwrap_or_else(|error| panic!("{path}: {error}"))
            .into_parts();
        let mut captures = Captures::default();
        router.find(&head, &mut captures)?;
        let places = template.iter().filter(|segment| !matches!(segment, Literal(_)));
        let pieces = places
            .enumerate()
            .map(|(index, _)| captures.get(path, index).into_owned());
        Some(pieces.collect())
    }

    #[test]
    fn parameters_catch_what_the_tree_finds() {
        let two = &[Literal("/a/"), Parameter("x"), Literal("/b/"), Parameter("y")];
        let file = &[
            Literal("/v"),
            Parameter("version"),
            Literal("/"),
            Parameter("name"),
            Literal(".json"),
        ];
        let middle = &[
            Literal("/"),
            Parameter("name"),
            Literal(".tar/raw/"),
            Parameter("member"),
        ];
        let rest = &[Literal("/files/"), CatchAll("rest")];
        let accent = &[Literal("/café/"), Parameter("x")];
        for (template, path, expected) in [
            (two.as_slice(), "/a/1/b/two", Some(vec!["1", "two"])),
            (two, "/a/%31/b/%2f%C3%A9", Some(vec!["1", "/é"])),
            (two, "/a//b/2", None),
            (file, "/v2/x.y.json", Some(vec!["2", "x.y"])),
            (file, "/v2/x%20y.json", Some(vec!["2", "x y"])),
            (file, "/v2/x.yaml", None),
            (middle, "/a.b.tar/raw/c", Some(vec!["a.b", "c"])),
            (rest, "/files/a/b%20c/", Some(vec!["a/b c/"])),
            (rest, "/files/", Some(vec![""])),
            (accent, "/caf%C3%A9/1", Some(vec!["1"])),
            (accent, "/caf%c3%a9/%7E", Some(vec!["~"])),
        ] {
            let expected = expected.map(|pieces| pieces.into_iter().map(str::to_owned).collect());
            assert_eq!(caught(template, path), expected, "{path}");
        }
    }
}
