//! A body that arrives in pieces.

use std::pin::Pin;
use std::task::{Context, Poll};

use fastr::{Body, BodyError, Bytes};
use http_body::Frame;

/// A body in pieces of these sizes, which come around again.
pub fn in_pieces(body: &[u8], sizes: &[usize]) -> Body {
    Body::stream(Pieces {
        body: Bytes::copy_from_slice(body),
        sizes: sizes.to_vec(),
        next: 0,
    })
}

struct Pieces {
    body: Bytes,
    sizes: Vec<usize>,
    next: usize,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if self.body.is_empty() {
            return Poll::Ready(None);
        }
        let size = self.sizes[self.next % self.sizes.len()].clamp(1, self.body.len());
        self.next += 1;
        let piece = self.body.split_to(size);
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
