//! One file.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use fastr_status::{
    HTTP_200_OK, HTTP_206_PARTIAL_CONTENT, HTTP_304_NOT_MODIFIED, HTTP_416_RANGE_NOT_SATISFIABLE, StatusSet,
};
use http::header::{ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_RANGE, ETAG, LAST_MODIFIED, RANGE};
use http::{HeaderName, HeaderValue, Method};
use tokio::task::spawn_blocking;

use super::super::{Reply, Respond, exception};
use super::FileError;
use super::chunks::Chunks;
use super::conditions::Validators;
use super::disposition::disposition;
use super::range::{Wanted, wanted};
use crate::body::Body;
use crate::error::HttpException;
use crate::request::RequestParts;
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Shape;

/// A file, read while it is sent: FastAPI's `FileResponse`.
///
/// It knows its length, when it was changed, and from its extension what it is. A client that has it already
/// (`if-none-match`, `if-modified-since`) is answered 304, one that wants a part (`range`, `if-range`) 206, and one that wants a part
/// beyond its end 416; all of these statuses are in the document. A request for several parts at once gets the whole.
///
/// The file is opened before the response begins, so that what is not there is 404 and not a response that breaks off: the
/// error of [`open`](Self::open) is raised as it is.
///
/// ```
/// # use fastr_core::private::{FileError, FileResponse};
/// async fn report() -> Result<FileResponse, FileError> {
///     Ok(FileResponse::open("reports/latest.pdf").await?.filename("Report.pdf"))
/// }
/// ```
#[derive(Debug)]
pub struct FileResponse {
    file: File,
    length: u64,
    validators: Validators,
    status: u16,
    media_type: HeaderValue,
    disposition: Option<HeaderValue>,
}

impl FileResponse {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it cannot be read.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, FileError> {
        let path = path.as_ref().to_owned();
        match spawn_blocking(move || Self::open_here(&path)).await {
            Ok(opened) => opened.map_err(FileError),
            Err(error) => Err(FileError(io::Error::other(error))),
        }
    }

    /// The same, where the thread may be blocked.
    pub(super) fn open_here(path: &Path) -> io::Result<Self> {
        // Asked first, since opening a pipe would wait for somebody to write.
        if !path.metadata()?.is_file() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let file = File::open(path)?;
        let about = file.metadata()?;
        let length = about.len();
        Ok(Self {
            file,
            length,
            validators: Validators::of(length, about.modified().ok()),
            status: HTTP_200_OK,
            media_type: media_type(path),
            disposition: None,
        })
    }

    /// The same with another media type.
    ///
    /// # Panics
    ///
    /// When it cannot stand in a header.
    #[track_caller]
    #[must_use]
    pub fn media_type(mut self, media_type: &str) -> Self {
        let (_, value) = crate::header::header("content-type", media_type);
        self.media_type = value;
        self
    }

    /// The same, to be saved under this name (RFC 6266). Its extension does not change the media type.
    #[must_use]
    pub fn filename(mut self, name: &str) -> Self {
        self.disposition = Some(disposition("attachment", Some(name)));
        self
    }

    /// The same, to be shown, and saved under this name if it is saved.
    #[must_use]
    pub fn inline(mut self, name: &str) -> Self {
        self.disposition = Some(disposition("inline", Some(name)));
        self
    }

    /// The whole file with a status of its own, whatever is asked for: the page that says that there is none.
    pub(super) fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    fn plan(&self, request: Option<&RequestParts>) -> Plan {
        let Some(request) = request.filter(|_| self.status == HTTP_200_OK) else {
            return Plan::Send(Wanted::Whole);
        };
        if request.method != Method::GET && request.method != Method::HEAD {
            return Plan::Send(Wanted::Whole);
        }
        if self.validators.known_to(&request.headers) {
            return Plan::NotModified;
        }
        // Several headers are one list, and so several parts.
        let mut ranges = request.headers.get_all(RANGE).iter();
        match (ranges.next().map(HeaderValue::to_str), ranges.next()) {
            (Some(Ok(range)), None) if self.validators.fit(&request.headers) => {
                Plan::Send(wanted(range, self.length))
            }
            _ => Plan::Send(Wanted::Whole),
        }
    }

    /// The headers that every response of the file has.
    fn headers(&self) -> impl Iterator<Item = (HeaderName, HeaderValue)> + use<> {
        let value = |text: &str| HeaderValue::from_str(text).ok();
        let headers = [
            (ACCEPT_RANGES, Some(HeaderValue::from_static("bytes"))),
            (ETAG, value(&self.validators.etag)),
            (LAST_MODIFIED, self.validators.modified.as_deref().and_then(value)),
            (CONTENT_DISPOSITION, self.disposition.clone()),
        ];
        headers
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
    }

    fn send(self, status: u16, part: Range<u64>, reply: Reply) -> Response {
        let mut file = self.file;
        if part.start > 0
            && let Err(error) = file.seek(SeekFrom::Start(part.start))
        {
            tracing::error!(%error, "a file could not be read from its middle");
            return reply.internal_error();
        }
        let body = Body::stream(Chunks::new(file, part.end - part.start));
        reply.with_status(status).typed(self.media_type, body)
    }
}

enum Plan {
    NotModified,
    Send(Wanted),
}

impl Respond for FileResponse {
    const STATUSES: Statuses = Statuses {
        declared: false,
        own: StatusSet::one(HTTP_200_OK)
            .with(HTTP_206_PARTIAL_CONTENT)
            .with(HTTP_304_NOT_MODIFIED)
            .with(HTTP_416_RANGE_NOT_SATISFIABLE),
        ..Statuses::EMPTY
    };
    const ASKS_REQUEST: bool = true;

    fn respond(self, mut reply: Reply) -> Response {
        let request = reply.take_request();
        let plan = self.plan(request.as_ref());
        let length = self.length;
        for (name, value) in self.headers() {
            reply = reply.with_default(name, value);
        }
        match plan {
            Plan::NotModified => reply.with_status(HTTP_304_NOT_MODIFIED).empty(),
            Plan::Send(Wanted::Nothing) => exception(
                HttpException::of(HTTP_416_RANGE_NOT_SATISFIABLE)
                    .header(CONTENT_RANGE.as_str(), &format!("bytes */{length}")),
                reply.about(request),
            ),
            Plan::Send(Wanted::Whole) => {
                let status = self.status;
                self.send(status, 0..length, reply)
            }
            Plan::Send(Wanted::Part(part)) => {
                let range = format!("bytes {}-{}/{length}", part.start, part.end - 1);
                if let Ok(range) = HeaderValue::try_from(range) {
                    reply = reply.with_header(CONTENT_RANGE, range);
                }
                self.send(HTTP_206_PARTIAL_CONTENT, part, reply)
            }
        }
    }

    fn describe() -> Vec<ResponseDoc> {
        let body = || ResponseDoc::body("*/*", || Shape::Any);
        vec![
            body().with_status(HTTP_200_OK),
            body().with_status(HTTP_206_PARTIAL_CONTENT),
        ]
    }
}

/// What the extension says. A text is taken for UTF-8, as Starlette says it too.
fn media_type(path: &Path) -> HeaderValue {
    let Some(name) = mime_guess::from_path(path).first_raw() else {
        return HeaderValue::from_static("application/octet-stream");
    };
    if name.starts_with("text/") {
        let with_charset = HeaderValue::try_from(format!("{name}; charset=utf-8"));
        return with_charset.unwrap_or(HeaderValue::from_static(name));
    }
    HeaderValue::from_static(name)
}
