//! Building the router, or saying which two operations stand in each other's way.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use http::HeaderValue;

use super::lookup::{Fixed, Page, Place, PlaceOfParameter, Router};
use crate::decode::path::canonical;
use crate::error::StartupError;
#[cfg(feature = "files")]
use crate::respond::Directory;
use crate::route::{Method, Operation, Segment, Socket, template};

/// The router of these operations.
///
/// # Errors
///
/// When two operations have one method and path, or two paths cannot be told apart.
pub fn build(
    operations: &[&'static Operation],
    sockets: &[&'static Socket],
    redirect_slashes: bool,
) -> Result<Router, StartupError> {
    let mut found: Vec<Found> = Vec::new();
    let mut by_pattern: HashMap<String, usize> = HashMap::new();
    let handshakes = sockets.iter().map(|socket| (socket.operation, true));
    let all = operations.iter().map(|&operation| (operation, false));
    for (operation, is_socket) in all.chain(handshakes) {
        let pattern = pattern(operation.path);
        let index = match by_pattern.entry(pattern) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                found.push(Found {
                    pattern: entry.key().clone(),
                    operations: [None; 8],
                    socket: None,
                    first: operation,
                });
                *entry.insert(found.len() - 1)
            }
        };
        if is_socket {
            add_socket(&mut found[index], operation)?;
        } else {
            add(&mut found[index], operation)?;
        }
    }
    let mut tree = matchit::Router::new();
    for (index, entry) in found.iter().enumerate() {
        tree.insert(entry.pattern.as_str(), index)
            .map_err(|error| ambiguous(entry, &found[..index], &error))?;
    }
    let places = found
        .iter()
        .map(|entry| Place {
            fixed: None,
            operations: entry.operations,
            socket: entry.socket,
            allow: allow(&entry.operations, entry.socket.is_some()),
            parameters: parameters(entry.first.path),
        })
        .collect();
    for (index, entry) in found.iter().enumerate() {
        if let Some(path) = entry.path_of_empty_rest() {
            // An operation that has this very path goes before it.
            let _ = tree.insert(path, index);
        }
    }
    let mut anywhere = [None; Method::ALL.len()];
    for entry in &found {
        for (method, operation) in anywhere.iter_mut().zip(entry.operations) {
            *method = method.or(operation);
        }
    }
    Ok(Router {
        allow: allow(&anywhere, !sockets.is_empty()),
        tree,
        places,
        redirect_slashes,
        root_path: String::new(),
        has_sockets: !sockets.is_empty(),
    })
}

impl Router {
    /// The router below a path that the client has to say, and that a proxy may have taken away.
    #[must_use]
    pub fn below(mut self, root_path: &str) -> Self {
        canonical(root_path).of(root_path).clone_into(&mut self.root_path);
        self
    }

    /// The router with pages besides. An operation at the path of a page goes before it.
    #[must_use]
    pub fn with_pages(mut self, pages: Vec<(String, Page)>) -> Self {
        for (path, page) in pages {
            let path = canonical(&path).of(&path).to_owned();
            if self.tree.insert(path, self.places.len()).is_ok() {
                self.places.push(Place {
                    fixed: Some(Fixed::Page(page)),
                    operations: [None; 8],
                    socket: None,
                    allow: HeaderValue::from_static("GET, HEAD, OPTIONS"),
                    parameters: Vec::new(),
                });
            }
        }
        self
    }

    /// The router with directories besides, each below a path. An operation at the path of a file goes before it.
    ///
    /// # Errors
    ///
    /// When the paths below one cannot be told from those of an operation.
    #[cfg(feature = "files")]
    pub fn with_files(mut self, directories: Vec<(String, Directory)>) -> Result<Self, StartupError> {
        for (path, directory) in directories {
            let folder = canonical(&path).of(&path).trim_end_matches('/').to_owned();
            self.tree
                .insert(format!("{folder}/{{*rest}}"), self.places.len())
                .map_err(|error| StartupError::FilesInTheWay {
                    path,
                    problem: error.to_string(),
                })?;
            // An operation or a page at the very path goes before it.
            let _ = self.tree.insert(format!("{folder}/"), self.places.len());
            self.places.push(Place {
                fixed: Some(Fixed::Files(directory)),
                operations: [None; 8],
                socket: None,
                allow: HeaderValue::from_static("GET, HEAD, OPTIONS"),
                parameters: Vec::new(),
            });
        }
        Ok(self)
    }
}

struct Found {
    pattern: String,
    operations: [Option<&'static Operation>; Method::ALL.len()],
    socket: Option<&'static Operation>,
    first: &'static Operation,
}

impl Found {
    /// The rest of a path that a parameter takes can be empty, which the tree does not know.
    fn path_of_empty_rest(&self) -> Option<&str> {
        let rest = self.pattern.rfind("{*")?;
        Some(&self.pattern[..rest])
    }
}

fn add(place: &mut Found, operation: &'static Operation) -> Result<(), StartupError> {
    for &method in operation.methods {
        if let Some(other) = place.operations[method as usize].replace(operation) {
            return Err(StartupError::DuplicateOperation {
                route: format!("{} {}", method.name(), template(operation.path)),
                first: other.place,
                second: operation.place,
            });
        }
    }
    Ok(())
}

fn add_socket(place: &mut Found, operation: &'static Operation) -> Result<(), StartupError> {
    match place.socket.replace(operation) {
        None => Ok(()),
        Some(other) => Err(StartupError::DuplicateOperation {
            route: format!("WebSocket {}", template(operation.path)),
            first: other.place,
            second: operation.place,
        }),
    }
}

/// The template as the tree wants it. The names are left out: two operations of one path may name a parameter
/// differently.
fn pattern(path: &[Segment]) -> String {
    let pieces = path.iter().enumerate().map(|(index, segment)| match segment {
        Segment::Literal(text) => canonical(text).of(text).to_owned(),
        Segment::Parameter(_) => format!("{{{index}}}"),
        Segment::CatchAll(_) => format!("{{*{index}}}"),
    });
    pieces.collect()
}

/// Where the parameters of a path stand.
fn parameters(path: &[Segment]) -> Vec<PlaceOfParameter> {
    let length = |text: &str| canonical(text).of(text).len();
    let (mut found, mut before) = (Vec::new(), 0);
    for (index, segment) in path.iter().enumerate() {
        let suffix = match path.get(index + 1) {
            Some(Segment::Literal(text)) => text.split('/').next().map_or(0, length),
            _ => 0,
        };
        match segment {
            Segment::Literal(text) => before += length(text),
            Segment::Parameter(_) => found.push(PlaceOfParameter {
                before: std::mem::take(&mut before),
                suffix: Some(suffix),
            }),
            Segment::CatchAll(_) => found.push(PlaceOfParameter {
                before: std::mem::take(&mut before),
                suffix: None,
            }),
        }
    }
    found
}

fn ambiguous(entry: &Found, earlier: &[Found], error: &matchit::InsertError) -> StartupError {
    let with = match error {
        matchit::InsertError::Conflict { with } => with.as_str(),
        _ => "",
    };
    let other = earlier
        .iter()
        .find(|other| other.pattern == with)
        .unwrap_or(entry);
    StartupError::AmbiguousPath {
        path: (template(entry.first.path), entry.first.place),
        other: (template(other.first.path), other.first.place),
    }
}

fn allow(operations: &[Option<&'static Operation>; Method::ALL.len()], has_socket: bool) -> HeaderValue {
    let has = |method: Method| match method {
        // A handshake is a GET.
        Method::Get if has_socket => true,
        Method::Head => operations[Method::Head as usize]
            .or(operations[Method::Get as usize])
            .is_some(),
        Method::Options => true,
        other => operations[other as usize].is_some(),
    };
    let names: Vec<_> = Method::ALL
        .into_iter()
        .filter(|&method| has(method))
        .map(Method::name)
        .collect();
    HeaderValue::try_from(names.join(", ")).unwrap_or(HeaderValue::from_static("OPTIONS"))
}
