//! Step 1: the one body type, of requests and of responses: nothing, bytes, or a stream.

use std::fmt;
use std::pin::Pin;
#[cfg(feature = "multipart")]
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http_body::{Body as HttpBody, Frame, SizeHint};
use hyper::body::Incoming;

/// Why a body could not be read to its end.
pub type BodyError = Box<dyn std::error::Error + Send + Sync>;

type Stream = Pin<Box<dyn HttpBody<Data = Bytes, Error = BodyError> + Send>>;

/// The body of a request or of a response.
///
/// ```
/// # use fastr_core::private::Body;
/// assert!(Body::empty().is_empty());
/// assert!(!Body::from("hello").is_empty());
/// ```
#[derive(Default)]
pub struct Body(Kind);

#[derive(Default)]
enum Kind {
    #[default]
    Empty,
    Bytes(Bytes),
    Incoming(Incoming),
    Stream(Stream),
}

/// A body whose bytes are counted as they come.
#[cfg(feature = "multipart")]
struct Counted {
    body: Body,
    arrived: Arc<AtomicU64>,
}

#[cfg(feature = "multipart")]
impl HttpBody for Counted {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let polled = ready!(Pin::new(&mut self.body).poll_frame(cx));
        if let Some(Ok(frame)) = &polled
            && let Some(piece) = frame.data_ref()
        {
            self.arrived.fetch_add(piece.len() as u64, Ordering::Relaxed);
        }
        Poll::Ready(polled)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A body, and what is done when it has come to its end.
struct Followed {
    body: Body,
    then: Option<Box<dyn FnOnce() + Send>>,
}

impl HttpBody for Followed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        Pin::new(&mut self.get_mut().body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Followed {
    fn drop(&mut self) {
        if let Some(then) = self.then.take() {
            then();
        }
    }
}

impl Body {
    /// No body at all.
    pub const fn empty() -> Self {
        Self(Kind::Empty)
    }

    /// A body that comes piece by piece.
    pub fn stream<B>(body: B) -> Self
    where
        B: HttpBody<Data = Bytes, Error = BodyError> + Send + 'static,
    {
        Self(Kind::Stream(Box::pin(body)))
    }

    /// The body, and something that is done once it has been handed over to its last byte, or taken away.
    #[must_use]
    pub fn followed_by(self, then: impl FnOnce() + Send + 'static) -> Self {
        Self::stream(Followed {
            body: self,
            then: Some(Box::new(then)),
        })
    }

    /// The body, whose bytes are counted there as they come.
    #[cfg(feature = "multipart")]
    #[must_use]
    pub fn counted(self, arrived: Arc<AtomicU64>) -> Self {
        Self::stream(Counted { body: self, arrived })
    }

    /// Whether it is known that no byte will come.
    pub fn is_empty(&self) -> bool {
        self.size_hint().exact() == Some(0)
    }

    /// Reads the whole body into memory, up to a limit in bytes.
    ///
    /// # Errors
    ///
    /// [`CollectError::TooLarge`] as soon as it is known that the body exceeds the limit, and
    /// [`CollectError::Broken`] when the connection gave out before the end.
    pub fn collect(self, limit: usize) -> Collect {
        Collect {
            body: self,
            limit,
            first: Bytes::new(),
            rest: BytesMut::new(),
        }
    }
}

/// Why [`Body::collect`] has no bytes to give.
#[derive(Debug)]
pub enum CollectError {
    /// The body is larger than the limit.
    TooLarge,
    /// The body ended before it was whole.
    Broken(BodyError),
}

/// The future of [`Body::collect`].
pub struct Collect {
    body: Body,
    limit: usize,
    first: Bytes,
    rest: BytesMut,
}

impl Collect {
    /// How many bytes have come.
    pub fn len(&self) -> usize {
        self.first.len() + self.rest.len()
    }

    fn add(&mut self, piece: Bytes) -> Result<(), CollectError> {
        if self.len() + piece.len() > self.limit {
            return Err(CollectError::TooLarge);
        }
        if self.first.is_empty() && self.rest.is_empty() {
            self.first = piece;
            return Ok(());
        }
        if self.rest.is_empty() {
            let announced = usize::try_from(self.body.size_hint().lower()).unwrap_or(self.limit);
            self.rest
                .reserve(self.first.len() + piece.len() + announced.min(self.limit));
            self.rest.extend_from_slice(&self.first);
            self.first.clear();
        }
        self.rest.extend_from_slice(&piece);
        Ok(())
    }

    fn take(&mut self) -> Bytes {
        if self.rest.is_empty() {
            std::mem::take(&mut self.first)
        } else {
            std::mem::take(&mut self.rest).freeze()
        }
    }
}

impl Future for Collect {
    type Output = Result<Bytes, CollectError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        if this.body.size_hint().lower() > this.limit as u64 {
            return Poll::Ready(Err(CollectError::TooLarge));
        }
        loop {
            match ready!(Pin::new(&mut this.body).poll_frame(cx)) {
                None => return Poll::Ready(Ok(this.take())),
                Some(Err(error)) => return Poll::Ready(Err(CollectError::Broken(error))),
                Some(Ok(frame)) => {
                    if let Ok(piece) = frame.into_data()
                        && let Err(error) = this.add(piece)
                    {
                        return Poll::Ready(Err(error));
                    }
                    // Most bodies are known to be whole by now, and need not be asked once more.
                    if this.body.is_end_stream() {
                        return Poll::Ready(Ok(this.take()));
                    }
                }
            }
        }
    }
}

impl HttpBody for Body {
    type Data = Bytes;
    type Error = BodyError;

    #[inline]
    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let kind = &mut self.get_mut().0;
        match kind {
            Kind::Empty => Poll::Ready(None),
            Kind::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                *kind = Kind::Empty;
                Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
            }
            Kind::Incoming(incoming) => Pin::new(incoming).poll_frame(cx).map_err(Into::into),
            Kind::Stream(stream) => stream.as_mut().poll_frame(cx),
        }
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Empty => true,
            Kind::Bytes(bytes) => bytes.is_empty(),
            Kind::Incoming(incoming) => incoming.is_end_stream(),
            Kind::Stream(stream) => stream.is_end_stream(),
        }
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Empty => SizeHint::with_exact(0),
            Kind::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Kind::Incoming(incoming) => incoming.size_hint(),
            Kind::Stream(stream) => stream.size_hint(),
        }
    }
}

impl From<Bytes> for Body {
    #[inline]
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Bytes(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl From<Incoming> for Body {
    #[inline]
    fn from(incoming: Incoming) -> Self {
        if HttpBody::is_end_stream(&incoming) {
            return Self::empty();
        }
        Self(Kind::Incoming(incoming))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Empty => f.write_str("Body(empty)"),
            Kind::Bytes(bytes) => write!(f, "Body({} bytes)", bytes.len()),
            Kind::Incoming(_) | Kind::Stream(_) => f.write_str("Body(stream)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Pieces(Vec<&'static str>);

    impl HttpBody for Pieces {
        type Data = Bytes;
        type Error = BodyError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
            let next = (!self.0.is_empty()).then(|| self.0.remove(0));
            Poll::Ready(next.map(|piece| Ok(Frame::data(piece.into()))))
        }
    }

    fn collect(pieces: &[&'static str], limit: usize) -> Result<Bytes, CollectError> {
        let mut collect = Body::stream(Pieces(pieces.to_vec())).collect(limit);
        match Pin::new(&mut collect).poll(&mut Context::from_waker(std::task::Waker::noop())) {
            Poll::Ready(collected) => collected,
            Poll::Pending => panic!("the pieces are all there"),
        }
    }

    #[test]
    fn pieces_are_put_together_in_order() {
        for pieces in [
            &[][..],
            &["a"],
            &["ab", "c"],
            &["a", "b", "c", "d"],
            &["", "a", "", "b"],
        ] {
            let whole = collect(pieces, 10).unwrap_or_else(|error| panic!("{pieces:?}: {error:?}"));
            assert_eq!(whole, pieces.concat(), "{pieces:?}");
        }
    }

    #[test]
    fn a_body_over_the_limit_is_refused() {
        assert!(collect(&["abc", "de"], 5).is_ok());
        assert!(matches!(collect(&["abc", "de"], 4), Err(CollectError::TooLarge)));
    }
}
