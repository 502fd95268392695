//! A stream of events.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use http_body::Frame;
use serde::Serialize;
use tokio::time::{Instant, Sleep, sleep};

use super::super::stream::pieces;
use super::super::{Reply, Respond};
use super::IntoEvent;
use crate::body::{Body, BodyError};
use crate::response::Response;
use crate::route::{ResponseDoc, Statuses};
use crate::schema::Schema;

const MEDIA_TYPE: &str = "text/event-stream";
const PING: Bytes = Bytes::from_static(b": ping\n\n");
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Server-sent events, as FastAPI's `EventSourceResponse` (WHATWG HTML, section 9.2).
///
/// It takes any [`Stream`] of `T`, which is sent as JSON, or of [`Event<T>`](super::Event), or of results of either. When nothing
/// is sent for 15 seconds a comment is, so that nobody closes the connection for its silence. When the client goes away the
/// stream is dropped; a client that comes back says in `Last-Event-ID` what it saw last. A stream that is still open when the program
/// should end is cut off with the [`shutdown_grace`](crate::private::App::shutdown_grace).
///
/// ```
/// # use fastr_core::private::{Event, EventStream, stream};
/// fn ticks(last_event_id: Option<u64>) -> EventStream<u64> {
///     let first = last_event_id.map_or(0, |last| last + 1);
///     EventStream::new(stream(move |mut out| async move {
///         for tick in first.. {
///             out.send(Event::new(tick).id(tick.to_string())).await;
///         }
///     }))
/// }
/// ```
pub struct EventStream<T> {
    body: Body,
    keep_alive: Option<Duration>,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + 'static> EventStream<T> {
    /// The response that this stream makes.
    pub fn new<S>(stream: S) -> Self
    where
        S: Stream<Item: IntoEvent<T>> + Send + 'static,
    {
        Self {
            body: pieces(stream, |item: S::Item| Ok(item.into_event()?.write()?.into())),
            keep_alive: Some(KEEP_ALIVE),
            of: PhantomData,
        }
    }

    /// The response with another time of silence before a comment is sent; `None` sends none.
    #[must_use]
    pub fn keep_alive(mut self, silence: Option<Duration>) -> Self {
        self.keep_alive = silence;
        self
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventStream")
    }
}

impl<T: Schema> Respond for EventStream<T> {
    const STATUSES: Statuses = Statuses::BODY;

    fn respond(self, reply: Reply) -> Response {
        let body = match self.keep_alive {
            Some(silence) => Body::stream(Pinged {
                events: self.body,
                silence,
                timer: None,
            }),
            None => self.body,
        };
        reply
            .with_default(CACHE_CONTROL, HeaderValue::from_static("no-cache"))
            // nginx would hold the events back until there are many.
            .with_default(
                http::HeaderName::from_static("x-accel-buffering"),
                HeaderValue::from_static("no"),
            )
            .typed(HeaderValue::from_static("text/event-stream; charset=utf-8"), body)
    }

    fn describe() -> Vec<ResponseDoc> {
        vec![ResponseDoc::events(MEDIA_TYPE, T::shape)]
    }
}

/// Events, and a comment where there is none for a while.
struct Pinged {
    events: Body,
    silence: Duration,
    /// Made where it is first polled: before, no runtime need be there.
    timer: Option<Pin<Box<Sleep>>>,
}

impl http_body::Body for Pinged {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = self.get_mut();
        let silence = this.silence;
        let timer = this.timer.get_or_insert_with(|| Box::pin(sleep(silence)));
        let next = match Pin::new(&mut this.events).poll_frame(cx) {
            Poll::Pending => match timer.as_mut().poll(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(()) => Some(Ok(Frame::data(PING))),
            },
            Poll::Ready(next) => next,
        };
        timer.as_mut().reset(Instant::now() + silence);
        Poll::Ready(next)
    }
}
