//! From a method and a path to an operation.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use crate::request::Captures;
use crate::route::{Method, Operation};

/// All paths and what answers at each.
pub struct Router {
    pub(super) tree: matchit::Router<usize>,
    pub(super) places: Vec<Place>,
    pub(super) redirect_slashes: bool,
}

/// A page that is known before the start and never changes.
pub struct Page {
    /// What is said of it: its media type, its tag, what it may load.
    pub headers: HeaderMap,
    /// What it says.
    pub content: Bytes,
}

/// One path.
pub(super) struct Place {
    pub(super) page: Option<Page>,
    pub(super) operations: [Option<&'static Operation>; Method::ALL.len()],
    /// The methods that are answered, as the `Allow` header has them.
    pub(super) allow: HeaderValue,
}

/// What the router says of a request.
pub enum Lookup<'router> {
    /// This operation answers.
    Operation(&'static Operation, Captures),
    /// This page is shown.
    Page(&'router Page),
    /// OPTIONS, for a path that has no such operation of its own.
    Options(&'router HeaderValue),
    /// The path is known, the method is not.
    MethodNotAllowed(&'router HeaderValue),
    /// The same path with the slash at its end added or taken away is known.
    Redirect(String),
    /// Nothing answers.
    NotFound,
}

impl Router {
    /// What answers a request, whose path has the one form.
    #[inline]
    pub fn look_up(&self, method: &http::Method, path: &str) -> Lookup<'_> {
        let Ok(matched) = self.tree.at(path) else {
            return self.with_other_slash(path);
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
            Some(operation) => {
                let mut captures = Captures::default();
                for (_, piece) in matched.params.iter() {
                    captures.push(path, piece);
                }
                Lookup::Operation(operation, captures)
            }
            None if matches!(method, Method::Get | Method::Head) && place.page.is_some() => {
                place.page.as_ref().map_or(Lookup::NotFound, Lookup::Page)
            }
            None if method == Method::Options => Lookup::Options(&place.allow),
            None => Lookup::MethodNotAllowed(&place.allow),
        }
    }

    #[cold]
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
