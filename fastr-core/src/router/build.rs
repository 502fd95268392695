//! Building the router, or saying which two operations stand in each other's way.

use std::collections::HashMap;

use super::lookup::Router;
use super::pattern::{Part, pattern};
use super::place::{Fixed, Page, Place};
use super::tree::Tree;
use crate::decode::path::canonical;
#[cfg(feature = "metrics")]
use crate::error::Place as SourcePlace;
use crate::error::StartupError;
#[cfg(feature = "files")]
use crate::respond::Directory;
use crate::route::{Method, Operation, Socket, as_written, template};

/// The router of these operations.
///
/// # Errors
///
/// When two operations have one method and path, here or in the document.
pub fn build(
    operations: &[&'static Operation],
    sockets: &[&'static Socket],
    redirect_slashes: bool,
) -> Result<Router, StartupError> {
    let (mut tree, mut places) = (Tree::default(), Vec::new());
    let handshakes = sockets.iter().map(|socket| (socket.operation, true));
    let all = operations.iter().map(|&operation| (operation, false));
    for (operation, is_socket) in all.chain(handshakes) {
        let index = match tree.insert(&pattern(operation.path), places.len()) {
            Ok(()) => {
                places.push(Place::default());
                places.len() - 1
            }
            Err(index) => index,
        };
        if is_socket {
            add_socket(&mut places[index], operation)?;
        } else {
            add(&mut places[index], operation)?;
        }
    }
    check_templates(operations.iter().copied(), Method::name)?;
    check_templates(sockets.iter().map(|socket| socket.operation), |_| "WebSocket")?;
    Ok(Router {
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
    ///
    /// # Errors
    ///
    /// When two pages have one path.
    pub fn with_pages(mut self, pages: Vec<(String, Page)>) -> Result<Self, StartupError> {
        for (path, page) in pages {
            let written = canonical(&path).of(&path).to_owned();
            match self.tree.insert(&[Part::Written(written)], self.places.len()) {
                Ok(()) => self.places.push(Place::of(Fixed::Page(page))),
                Err(other) if self.places[other].fixed.is_some() => {
                    return Err(StartupError::DuplicatePage(path));
                }
                Err(_) => {}
            }
        }
        Ok(self)
    }

    /// The router with a page that was asked for at this place of the source, and is not to be overlooked.
    ///
    /// # Errors
    ///
    /// When an operation answers GET at its path.
    #[cfg(feature = "metrics")]
    pub fn with_page(mut self, path: &str, page: Page, asked: SourcePlace) -> Result<Self, StartupError> {
        let written = canonical(path).of(path).to_owned();
        let index = match self.tree.insert(&[Part::Written(written)], self.places.len()) {
            Ok(()) => {
                self.places.push(Place::default());
                self.places.len() - 1
            }
            Err(index) => index,
        };
        let place = &mut self.places[index];
        if let Some(operation) = place.operation(Method::Get) {
            return Err(StartupError::PageTaken {
                path: path.to_owned(),
                operation: operation.place,
                asked,
            });
        }
        place.fixed = Some(Fixed::Page(page));
        Ok(self)
    }

    /// The router with directories besides, each below a path. An operation at the path of a file goes before it.
    ///
    /// # Errors
    ///
    /// When there is an operation already for all that is below a path.
    #[cfg(feature = "files")]
    pub fn with_files(mut self, directories: Vec<(String, Directory)>) -> Result<Self, StartupError> {
        for (path, directory) in directories {
            let folder = canonical(&path).of(&path).trim_end_matches('/').to_owned();
            let below = [Part::Written(format!("{folder}/")), Part::Rest];
            if let Err(other) = self.tree.insert(&below, self.places.len()) {
                let problem = self.places[other].name();
                return Err(StartupError::FilesInTheWay { path, problem });
            }
            self.places.push(Place::of(Fixed::Files(directory)));
        }
        Ok(self)
    }
}

fn add(place: &mut Place, operation: &'static Operation) -> Result<(), StartupError> {
    for &method in operation.methods {
        if let Some(other) = place.operations[method as usize].replace(operation) {
            return Err(StartupError::DuplicateOperation {
                route: format!("{} {}", method.name(), as_written(operation.path)),
                first: other.place,
                second: operation.place,
            });
        }
    }
    Ok(())
}

fn add_socket(place: &mut Place, operation: &'static Operation) -> Result<(), StartupError> {
    match place.socket.replace(operation) {
        None => Ok(()),
        Some(other) => Err(StartupError::DuplicateOperation {
            route: format!("WebSocket {}", as_written(operation.path)),
            first: other.place,
            second: operation.place,
        }),
    }
}

/// Whether the document can tell all operations apart: it does not write what catches a piece otherwise than what catches the rest.
fn check_templates(
    operations: impl Iterator<Item = &'static Operation>,
    kind: impl Fn(Method) -> &'static str,
) -> Result<(), StartupError> {
    let mut known = HashMap::new();
    for operation in operations {
        let path = template(operation.path);
        for &method in operation.methods {
            let route = format!("{} {path}", kind(method));
            if let Some(first) = known.insert(route.clone(), operation.place) {
                return Err(StartupError::DuplicateTemplate {
                    route,
                    first,
                    second: operation.place,
                });
            }
        }
    }
    Ok(())
}
