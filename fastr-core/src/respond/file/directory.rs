//! A directory whose files are served: FastAPI's `StaticFiles`.

use std::io;
use std::path::{Component, Path, PathBuf};

use fastr_status::{HTTP_307_TEMPORARY_REDIRECT, HTTP_404_NOT_FOUND};
use http::header::LOCATION;
use http::{HeaderMap, HeaderValue};
use tokio::task::spawn_blocking;

use super::super::{RaisedError, Reply, Respond, exception, internal_error};
use super::{FileError, FileResponse};
use crate::error::HttpException;
use crate::request::{Common, RequestParts, inside};
use crate::response::Response;

/// A directory for [`App::static_files`](crate::private::App::static_files), and how it is served.
///
/// ```
/// # use fastr_core::private::StaticFiles;
/// let page = StaticFiles::new("dist").html().fallback("index.html");
/// ```
#[derive(Clone, Debug)]
pub struct StaticFiles {
    directory: PathBuf,
    html: bool,
    fallback: Option<PathBuf>,
    follow_symlinks: bool,
}

impl StaticFiles {
    /// The files of a directory and below it.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into(),
            html: false,
            fallback: None,
            follow_symlinks: false,
        }
    }

    /// The same as a site: a directory is answered with its `index.html`, and what is not there with `404.html` if there is
    /// one. FastAPI's `html=True`.
    #[must_use]
    pub fn html(mut self) -> Self {
        self.html = true;
        self
    }

    /// The same with a file for whatever is not there, as a single-page application has it. What looks like a file, since its last
    /// part has a dot, is still answered 404: a script that is missing is not a page.
    #[must_use]
    pub fn fallback(mut self, file: impl Into<PathBuf>) -> Self {
        self.fallback = Some(file.into());
        self
    }

    /// The same with files outside the directory to which a symbolic link in it leads.
    #[must_use]
    pub fn follow_symlinks(mut self) -> Self {
        self.follow_symlinks = true;
        self
    }

    /// The directory, which is there.
    ///
    /// # Errors
    ///
    /// When it, or the file for what is not there, is not.
    pub fn open(self) -> io::Result<Directory> {
        let root = self.directory.canonicalize()?;
        if !root.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let directory = Directory {
            fallback: self.fallback.map(|file| root.join(file)),
            root,
            html: self.html,
            follow_symlinks: self.follow_symlinks,
        };
        if let Some(file) = &directory.fallback {
            directory.open_inside(file)?;
        }
        Ok(directory)
    }

    /// Where it is.
    pub fn directory(&self) -> &Path {
        &self.directory
    }
}

impl<P: Into<PathBuf>> From<P> for StaticFiles {
    fn from(directory: P) -> Self {
        Self::new(directory)
    }
}

/// A directory that is served.
#[derive(Debug)]
pub struct Directory {
    /// The path without links.
    root: PathBuf,
    html: bool,
    fallback: Option<PathBuf>,
    follow_symlinks: bool,
}

/// What answers a request.
enum Found {
    File(FileResponse),
    /// A directory, without the slash behind it that the links of its page need.
    WithoutSlash,
    Nothing,
}

impl Directory {
    /// The answer to a request for what is at this decoded path below the directory.
    pub async fn answer(
        &'static self,
        head: RequestParts,
        rest: String,
        common: &'static Common,
    ) -> Response {
        let found = spawn_blocking(move || self.look_up(&rest)).await;
        let reply = Reply::new(HTTP_404_NOT_FOUND, HeaderMap::new(), common);
        match found {
            Ok(Ok(Found::File(file))) => file.respond(reply.with_request(head)),
            Ok(Ok(Found::WithoutSlash)) => with_slash(&head, &common.site.root_path, reply),
            Ok(Ok(Found::Nothing)) => {
                exception(HttpException::of(HTTP_404_NOT_FOUND), reply.with_request(head))
            }
            Ok(Err(error)) => FileError(error).respond(reply.with_request(head)),
            Err(error) => {
                tracing::error!(%error, "a file could not be looked for");
                internal_error(common)
            }
        }
    }

    fn look_up(&self, rest: &str) -> io::Result<Found> {
        match below(rest).map_or(Ok(Found::Nothing), |path| self.at(&self.root.join(path), rest)) {
            Ok(Found::Nothing) => self.instead(rest),
            Err(error) if FileError(error.kind().into()).is_not_found() => self.instead(rest),
            found => found,
        }
    }

    fn at(&self, path: &Path, rest: &str) -> io::Result<Found> {
        let is_closed = rest.is_empty() || rest.ends_with('/');
        if !path.is_dir() {
            return if is_closed {
                Ok(Found::Nothing)
            } else {
                self.open_inside(path).map(Found::File)
            };
        }
        if !self.html {
            return Ok(Found::Nothing);
        }
        let page = self.open_inside(&path.join("index.html"))?;
        Ok(if is_closed {
            Found::File(page)
        } else {
            Found::WithoutSlash
        })
    }

    /// What is sent where nothing is.
    fn instead(&self, rest: &str) -> io::Result<Found> {
        let is_page = !rest.rsplit('/').next().is_some_and(|last| last.contains('.'));
        if let Some(file) = self.fallback.as_ref().filter(|_| is_page) {
            return self.open_inside(file).map(Found::File);
        }
        if !self.html {
            return Ok(Found::Nothing);
        }
        match self.open_inside(&self.root.join("404.html")) {
            Ok(page) => Ok(Found::File(page.with_status(HTTP_404_NOT_FOUND))),
            Err(_) => Ok(Found::Nothing),
        }
    }

    /// Opens a file, unless a link leads outside.
    fn open_inside(&self, path: &Path) -> io::Result<FileResponse> {
        if !self.follow_symlinks && !path.canonicalize()?.starts_with(&self.root) {
            return Err(io::ErrorKind::NotFound.into());
        }
        FileResponse::open_here(path)
    }
}

/// The path of a request as one below a directory; nothing when any part of it has a meaning of its own, such as `..`.
fn below(rest: &str) -> Option<PathBuf> {
    let mut path = PathBuf::new();
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    for part in rest.split('/').filter(|_| !rest.is_empty()) {
        let mut components = Path::new(part).components();
        match (components.next(), components.next()) {
            (Some(Component::Normal(name)), None) if name == part && !part.contains(['\\', '\0']) => {
                path.push(name);
            }
            _ => return None,
        }
    }
    Some(path)
}

/// The reference is relative to the host (RFC 9110, section 10.2.2): what the client called it is not repeated.
fn with_slash(head: &RequestParts, root_path: &str, reply: Reply) -> Response {
    let path = inside(head.uri.path(), root_path);
    let query = head.uri.query().map(|query| format!("?{query}"));
    let location = format!("{root_path}{path}/{}", query.unwrap_or_default());
    match HeaderValue::try_from(location) {
        Ok(location) => reply
            .with_status(HTTP_307_TEMPORARY_REDIRECT)
            .with_header(LOCATION, location)
            .empty(),
        Err(_) => exception(HttpException::of(HTTP_404_NOT_FOUND), reply),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_meaning_of_its_own_is_none() {
        for (rest, expected) in [
            ("", Some("")),
            ("a.txt", Some("a.txt")),
            ("a/b.txt", Some("a/b.txt")),
            ("a/", Some("a")),
            ("..", None),
            ("a/../b", None),
            (".", None),
            ("a/./b", None),
            ("/etc/passwd", None),
            ("a//b", None),
            ("a//", None),
            ("..\\b", None),
            ("a\0", None),
            ("...", Some("...")),
        ] {
            assert_eq!(below(rest).as_deref(), expected.map(Path::new), "{rest:?}");
        }
    }
}
