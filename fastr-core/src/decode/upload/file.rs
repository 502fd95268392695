//! A file as the handler has it.

use std::fmt;
use std::io;
use std::path::Path;

use bytes::Bytes;
use tokio::io::AsyncRead;

use super::async_reader::AsyncReader;
use super::content::{Content, Spooled, blocking};
use super::reader::UploadReader;

/// A file that was uploaded, as FastAPI's `UploadFile` (its page "Request Files").
///
/// It has wholly arrived when the handler is called: in memory when it is small, otherwise in a temporary file that
/// goes when the last copy of the value goes. It is cheap to clone.
///
/// What the client says of the file (its name, its type) may be anything: never open a path that it names.
///
/// ```
/// # use fastr_core::private::UploadFile;
/// # async fn handler(file: UploadFile) -> std::io::Result<()> {
/// println!("{:?} has {} bytes", file.filename(), file.size());
/// let content = file.read().await?;
/// assert_eq!(content.len() as u64, file.size());
/// file.copy_to("/var/lib/shop/upload").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct UploadFile {
    filename: Option<String>,
    content_type: Option<String>,
    size: u64,
    content: Content,
}

impl UploadFile {
    /// A file with what its part of the form says of it.
    pub(crate) fn new(filename: String, content_type: Option<String>, spooled: Spooled) -> Self {
        Self {
            filename: Some(filename),
            content_type,
            size: spooled.size,
            content: spooled.content,
        }
    }

    /// The name that the client gave it, as it was sent. A browser sends an empty one when no file was chosen.
    pub fn filename(&self) -> Option<&str> {
        self.filename.as_deref()
    }

    /// The media type that the client gave it, such as `image/png`.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// How many bytes it has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Reads the whole of it into memory; again, when it is called again.
    ///
    /// # Errors
    ///
    /// When the temporary file cannot be read.
    pub async fn read(&self) -> io::Result<Bytes> {
        if let Content::Memory(bytes) = &self.content {
            return Ok(bytes.clone());
        }
        let content = self.content.clone();
        blocking(move || content.read_whole()).await
    }

    /// Writes it to a file, which is made or overwritten, and says how many bytes that were.
    ///
    /// # Errors
    ///
    /// When the temporary file cannot be read, or the other cannot be written.
    pub async fn copy_to(&self, path: impl AsRef<Path>) -> io::Result<u64> {
        let (mut reader, path) = (self.reader(), path.as_ref().to_owned());
        blocking(move || io::copy(&mut reader, &mut std::fs::File::create(path)?)).await
    }

    /// A reader from its beginning, for a `fn`: it waits for the disk.
    pub fn reader(&self) -> UploadReader {
        UploadReader::new(self.content.clone(), self.size)
    }

    /// A reader from its beginning, for an `async fn`: it does not block the thread.
    pub fn async_reader(&self) -> impl AsyncRead + Send + Sync + Unpin + 'static {
        AsyncReader::new(self.content.clone())
    }

    /// The whole of it, at once: it was said beforehand that it would be wanted in memory.
    pub(crate) fn into_bytes(self) -> Bytes {
        match self.content.read_whole() {
            Ok(bytes) => bytes,
            Err(error) => unreachable!("a file that was to stay in memory is on the disk: {error}"),
        }
    }
}

impl fmt::Debug for UploadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadFile")
            .field("filename", &self.filename)
            .field("content_type", &self.content_type)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}
