//! Reading a file piece by piece, in a task that may not wait for the disk.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, ReadBuf};
use tokio::task::{JoinHandle, spawn_blocking};

use super::content::Content;

/// How many bytes are asked of the disk at once.
const PIECE: usize = 64 * 1024;

/// A reader that lets the pool for blocking work wait for the disk.
pub struct AsyncReader {
    content: Content,
    position: u64,
    pending: Option<JoinHandle<io::Result<Vec<u8>>>>,
}

impl AsyncReader {
    pub fn new(content: Content) -> Self {
        Self {
            content,
            position: 0,
            pending: None,
        }
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>, room: usize) -> Poll<io::Result<Vec<u8>>> {
        let (content, position) = (&self.content, self.position);
        let pending = self.pending.get_or_insert_with(|| {
            let content = content.clone();
            spawn_blocking(move || {
                let mut piece = vec![0; room.min(PIECE)];
                let count = content.read_at(position, &mut piece)?;
                piece.truncate(count);
                Ok(piece)
            })
        });
        let read = ready!(Pin::new(pending).poll(cx));
        self.pending = None;
        Poll::Ready(read.map_err(io::Error::other)?)
    }
}

impl AsyncRead for AsyncReader {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let room = buffer.remaining();
        let count = if room == 0 {
            0
        } else if let Content::Memory(_) = this.content {
            let count = this
                .content
                .read_at(this.position, buffer.initialize_unfilled())?;
            buffer.advance(count);
            count
        } else {
            let piece = ready!(this.poll_piece(cx, room))?;
            // The buffer may be smaller than the one for which the piece was asked: the rest is read again.
            let count = piece.len().min(room);
            buffer.put_slice(&piece[..count]);
            count
        };
        this.position += count as u64;
        Poll::Ready(Ok(()))
    }
}
