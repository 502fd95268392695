//! Feeds the parser: a piece of the body when it has used up what it had, and not before.
//!
//! Left alone, the parser would take in all that the connection has to give before it hands out the first part.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::Body as _;

use super::unreadable::Unreadable;
use crate::body::Body;

/// How many bytes the parser may ask for and still have nothing to show: it searches all of them each time.
const FRUITLESS: usize = 16 * 1024;

/// The body, and the place where the parser looks for its next piece.
pub struct Feed {
    body: Body,
    left: usize,
    limit: usize,
    ended: bool,
    place: Place,
}

impl Feed {
    /// A feed from a body that may have so many bytes.
    pub fn new(body: Body, limit: usize) -> Self {
        Self {
            body,
            left: limit,
            limit,
            ended: false,
            place: Place::default(),
        }
    }

    /// What the parser reads from.
    pub fn pieces(&self) -> Place {
        self.place.clone()
    }

    /// Reads as far as the first boundary, which nothing but line breaks may precede; false when nothing comes.
    pub async fn starts_with(&mut self, boundary: &str) -> Result<bool, Unreadable> {
        let mark = [b"--", boundary.as_bytes()].concat();
        let mut begun = BytesMut::new();
        while begun.len() < mark.len() {
            let Some(piece) = self.next().await? else {
                return if mark.starts_with(&begun) {
                    Ok(false)
                } else {
                    Err(Unreadable::malformed())
                };
            };
            let breaks = if begun.is_empty() { line_breaks(&piece) } else { 0 };
            begun.extend_from_slice(&piece[breaks..]);
        }
        if !begun.starts_with(&mark) {
            return Err(Unreadable::malformed());
        }
        self.place.put(Step::Piece(begun.freeze()));
        Ok(true)
    }

    /// What the parser comes to, fed with as much as it needs; nothing when the body ended before.
    pub async fn until<T>(
        &mut self,
        mut parse: impl FnMut(&mut Context<'_>) -> Poll<multer::Result<T>>,
    ) -> Result<Option<T>, Unreadable> {
        let mut fruitless = 0;
        poll_fn(|cx| {
            loop {
                match parse(cx) {
                    Poll::Ready(Ok(parsed)) => return Poll::Ready(Ok(Some(parsed))),
                    // The parser stopped because there is no more, not because of what there was.
                    _ if self.ended => return Poll::Ready(Ok(None)),
                    Poll::Ready(Err(_)) => return Poll::Ready(Err(Unreadable::malformed())),
                    Poll::Pending if fruitless > FRUITLESS => {
                        return Poll::Ready(Err(Unreadable::malformed()));
                    }
                    Poll::Pending => {}
                }
                match ready!(self.poll_piece(cx))? {
                    Some(piece) => {
                        fruitless += piece.len();
                        self.place.put(Step::Piece(piece));
                    }
                    None => self.place.put(Step::End),
                }
            }
        })
        .await
    }

    /// Reads what comes behind the last part, which nobody wants, so that the connection can go on.
    pub async fn drain(mut self) -> Result<(), Unreadable> {
        while self.next().await?.is_some() {}
        Ok(())
    }

    async fn next(&mut self) -> Result<Option<Bytes>, Unreadable> {
        poll_fn(|cx| self.poll_piece(cx)).await
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Unreadable>> {
        if self.body.size_hint().lower() > self.left as u64 {
            return Poll::Ready(Err(Unreadable::too_large(self.limit)));
        }
        loop {
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                None => {
                    self.ended = true;
                    return Poll::Ready(Ok(None));
                }
                Some(Err(error)) => return Poll::Ready(Err(Unreadable::Broken(error))),
                Some(Ok(frame)) => {
                    let Ok(piece) = frame.into_data() else { continue };
                    let Some(left) = self.left.checked_sub(piece.len()) else {
                        return Poll::Ready(Err(Unreadable::too_large(self.limit)));
                    };
                    self.left = left;
                    return Poll::Ready(Ok(Some(piece)));
                }
            }
        }
    }
}

fn line_breaks(piece: &[u8]) -> usize {
    piece
        .iter()
        .position(|&byte| byte != b'\r' && byte != b'\n')
        .unwrap_or(piece.len())
}

/// The place for one piece, as the stream that the parser wants.
#[derive(Clone, Default)]
pub struct Place(Arc<Mutex<Step>>);

#[derive(Default)]
enum Step {
    #[default]
    Nothing,
    Piece(Bytes),
    End,
}

impl Place {
    fn put(&self, step: Step) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = step;
    }
}

impl Stream for Place {
    type Item = Result<Bytes, Infallible>;

    /// Nobody is woken: whoever polls the parser puts a piece here when it waits.
    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut step = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match std::mem::take(&mut *step) {
            Step::Nothing => Poll::Pending,
            Step::Piece(piece) => Poll::Ready(Some(Ok(piece))),
            Step::End => Poll::Ready(None),
        }
    }
}
