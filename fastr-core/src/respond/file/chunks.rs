//! The bytes of a file as a body: read piece by piece, on the pool for blocking work.

use std::fs::File;
use std::io::{self, Read as _};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::body::BodyError;

/// How many bytes are asked of the disk at once.
const PIECE: u64 = 64 * 1024;

/// A file, and what was read from it.
type Read = io::Result<(File, Vec<u8>)>;

/// As many bytes of a file as were promised, from where it stands.
pub struct Chunks {
    /// None while it is being read from.
    file: Option<File>,
    reading: Option<JoinHandle<Read>>,
    left: u64,
}

impl Chunks {
    pub fn new(file: File, length: u64) -> Self {
        Self {
            file: Some(file),
            reading: None,
            left: length,
        }
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Vec<u8>>> {
        if let Some(file) = self.file.take() {
            let most = self.left.min(PIECE);
            self.reading = Some(spawn_blocking(move || read(file, most)));
        }
        let Some(reading) = &mut self.reading else {
            return Poll::Ready(Ok(Vec::new()));
        };
        let read = ready!(Pin::new(reading).poll(cx));
        self.reading = None;
        let (file, piece) = read.map_err(io::Error::other)??;
        self.file = Some(file);
        Poll::Ready(Ok(piece))
    }
}

fn read(mut file: File, most: u64) -> Read {
    let mut piece = Vec::with_capacity(usize::try_from(most).unwrap_or_default());
    file.by_ref().take(most).read_to_end(&mut piece)?;
    Ok((file, piece))
}

impl http_body::Body for Chunks {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = self.get_mut();
        if this.left == 0 {
            return Poll::Ready(None);
        }
        let piece = match ready!(this.poll_piece(cx)) {
            Ok(piece) if piece.is_empty() => Err("the file is shorter than it was".into()),
            Ok(piece) => {
                this.left -= piece.len() as u64;
                Ok(Frame::data(piece.into()))
            }
            Err(error) => Err(error.into()),
        };
        if let Err(error) = &piece {
            let error: &BodyError = error;
            tracing::error!(%error, "a file could not be read to its end, and its answer breaks off");
        }
        Poll::Ready(Some(piece))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
