//! From a method and a path to an operation.

use std::cell::Cell;

use http::HeaderValue;
use http::header::UPGRADE;

use super::place::{Answering, Fixed, Methods, Page, Place};
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
    Options(HeaderValue),
    /// The path is known, the method is not.
    MethodNotAllowed(HeaderValue),
    /// The same path with the slash at its end added or taken away is known.
    Redirect(String),
    /// The target is no path: `CONNECT` has such, and who takes this server for a proxy.
    NoPath,
    /// Nothing answers.
    NotFound,
}

impl Router {
    /// The operation that answers a request, if one does, and what its path caught.
    #[expect(clippy::inline_always, reason = "it is asked in one place, of every request")]
    #[inline(always)]
    pub fn find(&self, head: &RequestParts, captures: &mut Captures) -> Option<&'static Operation> {
        if self.has_sockets && asks_for_websocket(head) {
            return self.find_socket(head, captures);
        }
        let method = Method::of(&head.method)?;
        let path = head.uri.path();
        // The rest of the path is as it stands in the template. So where what was caught is plain, the path has the one form.
        match self.operation(path, captures, method) {
            Some(operation) if captures.are_plain() => Some(operation),
            _ => self.find_encoded(head, captures, method),
        }
    }

    /// The operation for a path that may have another form than the one that is looked up.
    fn find_encoded(
        &self,
        head: &RequestParts,
        captures: &mut Captures,
        method: Method,
    ) -> Option<&'static Operation> {
        let form = canonical(head.uri.path());
        if form == Canonical::Plain {
            return None;
        }
        *captures = Captures::default();
        let operation = self.operation(form.of(head.uri.path()), captures, method)?;
        captures.caught_in(form);
        Some(operation)
    }

    /// The operation for this method and path, in this form of it. A template that has not the method stands in no other's
    /// way.
    #[inline]
    fn operation(&self, path: &str, captures: &mut Captures, method: Method) -> Option<&'static Operation> {
        match self.at(path, captures, |place| place.answering(method))? {
            Answering::Operation(operation) => Some(operation),
            Answering::Fixed(_) => None,
        }
    }

    /// The WebSocket that a request asks for, if there is one at its path. A request that asks for another protocol can be
    /// answered without it (RFC 9110, section 7.8).
    fn find_socket(&self, head: &RequestParts, captures: &mut Captures) -> Option<&'static Operation> {
        let form = canonical(head.uri.path());
        let path = form.of(head.uri.path());
        let socket = self.at(path, captures, |place| place.socket);
        let operation = socket.or_else(|| {
            // What led to no WebSocket has caught something, too.
            *captures = Captures::default();
            self.operation(path, captures, Method::of(&head.method)?)
        })?;
        captures.caught_in(form);
        Some(operation)
    }

    /// What is wanted of a path, from the first place that it leads to and that has it.
    #[inline]
    fn at<'router, T>(
        &'router self,
        path: &str,
        captures: &mut Captures,
        wanted: impl Fn(&'router Place) -> Option<T>,
    ) -> Option<T> {
        let wanted = |place: usize| wanted(self.places.get(place)?);
        self.tree.find(path, self.skipped(path), captures, &wanted)
    }

    /// What answers a request, whose path has the one form.
    pub fn look_up(&self, method: &http::Method, path: &str) -> Lookup<'_> {
        let known = Method::of(method);
        let mut captures = Captures::default();
        match known.and_then(|method| self.at(path, &mut captures, |place| place.answering(method))) {
            Some(Answering::Operation(operation)) => return Lookup::Operation(operation),
            Some(Answering::Fixed(Fixed::Page(page))) => return Lookup::Page(page),
            #[cfg(feature = "files")]
            Some(Answering::Fixed(Fixed::Files(directory))) => {
                let rest = rest_of_path(captures.raw(path, 0));
                return rest.map_or(Lookup::NotFound, |rest| Lookup::Files(directory, rest));
            }
            None => {}
        }
        let methods = match path {
            // Of the server as a whole (RFC 9110, section 9.3.7).
            "*" => Some(Methods::of(&self.places)),
            path => self.methods_at(path),
        };
        let inside = inside(path, &self.root_path);
        match methods {
            Some(methods) if known == Some(Method::Options) => Lookup::Options(methods.allow()),
            _ if !inside.starts_with('/') => Lookup::NoPath,
            Some(methods) => Lookup::MethodNotAllowed(methods.allow()),
            None => self.with_other_slash(inside),
        }
    }

    /// The methods that are answered at a path, if it leads anywhere.
    fn methods_at(&self, path: &str) -> Option<Methods> {
        let methods = Cell::new(None);
        self.at(path, &mut Captures::default(), |place| {
            methods.set(Some(methods.get().unwrap_or_default() | place.methods()));
            None::<()>
        });
        methods.get()
    }

    /// How much of a path stands before what the program knows of it.
    #[inline]
    fn skipped(&self, path: &str) -> usize {
        if self.root_path.is_empty() {
            return 0;
        }
        path.len() - inside(path, &self.root_path).len()
    }

    fn leads_anywhere(&self, path_inside: &str) -> bool {
        let mut captures = Captures::default();
        let found = self.tree.find(path_inside, 0, &mut captures, &|_| Some(()));
        found.is_some()
    }

    fn with_other_slash(&self, path: &str) -> Lookup<'_> {
        let other = match path.strip_suffix('/') {
            Some(without) => without.to_owned(),
            None => format!("{path}/"),
        };
        // `//host` would be read as another host's address (RFC 3986, section 4.2), and CONNECT has no path at all.
        let is_path = path.starts_with('/') && !other.starts_with("//");
        if self.redirect_slashes && is_path && self.leads_anywhere(&other) {
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
