//! Reading a file piece by piece, in a thread that may wait for the disk.

use std::io::{self, Read, Seek, SeekFrom};

use super::content::Content;

/// Reads an [`UploadFile`](super::UploadFile), as the attribute `file` of FastAPI's `UploadFile`.
///
/// Each reader has a place of its own. It may wait for the disk, so it belongs into a `fn` with `blocking`.
///
/// ```
/// # use fastr_core::private::UploadFile;
/// use std::io::{BufRead, BufReader};
///
/// fn count_lines(file: &UploadFile) -> usize {
///     BufReader::new(file.reader()).lines().count()
/// }
/// ```
pub struct UploadReader {
    content: Content,
    size: u64,
    position: u64,
}

impl UploadReader {
    pub(super) fn new(content: Content, size: u64) -> Self {
        Self {
            content,
            size,
            position: 0,
        }
    }
}

impl Read for UploadReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.content.read_at(self.position, buffer)?;
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for UploadReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.size.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = target.ok_or_else(|| {
            io::Error::new(
                io::ErrorKind::InvalidInput,
                "a file has nothing before its beginning",
            )
        })?;
        Ok(self.position)
    }
}
