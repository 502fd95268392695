//! Answers that are sent while they are made.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Frame;

use super::content::{MediaType, content_type, media};
use super::{Reply, Respond};
use crate::body::{Body, BodyError};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Shape;

/// Bytes or texts that are sent one after the other, while they are made: FastAPI's `StreamingResponse`.
///
/// It takes any [`Stream`] of `Bytes`, `Vec<u8>`, `String` or `&'static str`, or of results of them; the function
/// [`stream`](crate::private::stream) makes one of code that waits. When the client goes away the stream is dropped. When it fails, the
/// failure is logged and the connection breaks off: what arrived cannot be taken for the whole.
///
/// ```
/// # use fastr_core::private::{StreamResponse, media, stream};
/// fn countdown() -> StreamResponse<media::Plain> {
///     StreamResponse::new(stream(|mut out| async move {
///         for number in (0..10).rev() {
///             out.send(format!("{number}\n")).await;
///         }
///     }))
/// }
/// ```
pub struct StreamResponse<M = media::OctetStream> {
    body: Body,
    media_type: PhantomData<fn() -> M>,
}

impl<M> StreamResponse<M> {
    /// The response that this stream makes.
    pub fn new<S>(stream: S) -> Self
    where
        S: Stream<Item: Piece> + Send + 'static,
    {
        Self {
            body: pieces(stream, Piece::into_bytes),
            media_type: PhantomData,
        }
    }
}

impl<M> fmt::Debug for StreamResponse<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StreamResponse")
    }
}

impl<M: MediaType> Respond for StreamResponse<M> {
    const STATUSES: Statuses = Statuses::BODY;

    fn respond(self, reply: Reply) -> Response {
        reply.typed(content_type::<M>(), self.body)
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc::body(M::NAME, || Shape::Text)]
    }
}

/// A piece of a [`StreamResponse`], or the reason why there is none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no piece of a stream",
    label = "neither bytes nor text, nor a result of them",
    note = "let the stream give `Bytes`, `Vec<u8>`, `String` or `&'static str`; for values as JSON return `JsonLines<T>` or `EventStream<T>`"
)]
pub trait Piece {
    /// Its bytes.
    ///
    /// # Errors
    ///
    /// When the stream has failed here.
    fn into_bytes(self) -> Result<Bytes, BodyError>;
}

macro_rules! piece {
    ($($type:ty),*) => {$(
        impl Piece for $type {
            fn into_bytes(self) -> Result<Bytes, BodyError> {
                Ok(self.into())
            }
        }
    )*};
}

piece!(Bytes, Vec<u8>, String, &'static str, &'static [u8]);

impl<P: Piece, E: Into<BodyError>> Piece for Result<P, E> {
    fn into_bytes(self) -> Result<Bytes, BodyError> {
        self.map_err(Into::into)?.into_bytes()
    }
}

/// A body of what a stream gives, each item made bytes.
pub(super) fn pieces<S, F>(stream: S, encode: F) -> Body
where
    S: Stream + Send + 'static,
    F: Fn(S::Item) -> Result<Bytes, BodyError> + Send + Unpin + 'static,
{
    Body::stream(Pieces {
        stream: Box::pin(stream),
        encode,
        failure: None,
    })
}

struct Pieces<S, F> {
    stream: Pin<Box<S>>,
    encode: F,
    /// Why it breaks off, once what came before has been sent.
    failure: Option<BodyError>,
}

impl<S, F> http_body::Body for Pieces<S, F>
where
    S: Stream,
    F: Fn(S::Item) -> Result<Bytes, BodyError> + Unpin,
{
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = self.get_mut();
        if let Some(failure) = this.failure.take() {
            return Poll::Ready(Some(Err(failure)));
        }
        let Some(item) = ready!(this.stream.as_mut().poll_next(cx)) else {
            return Poll::Ready(None);
        };
        match (this.encode)(item) {
            Ok(piece) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            Err(error) => {
                tracing::error!(%error, "a stream failed, and its answer breaks off");
                this.failure = Some(error);
                // hyper throws away what it has not yet written when it sees an error, so it may write first.
                cx.waker().wake_by_ref();
                Poll::Pending
            }
        }
    }
}
