//! HTTP/2 (RFC 9113): known by its first bytes, or agreed on in the TLS handshake.

use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as _, Frame, SizeHint};
use hyper::body::Incoming;
use hyper::rt::ReadBufCursor;
use hyper::server::conn::http2;
use hyper::service::Service;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::io::AsyncReadExt;

use super::connection::{Protocol, Terms};
use super::drive::{Driven, drive};
use super::pulse::{Open, Pulse};
use super::service::Requests;
use super::socket::Socket;
use super::stream::Stream;
use super::{Answering, Refusal};
use crate::body::{Body, BodyError};
use crate::request::Peer;
use crate::response::Response;

/// What a client that speaks HTTP/2 sends first (RFC 9113, section 3.4).
const PREFACE: [u8; 24] = *b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Bytes that were read to know the protocol, and are given back to it.
#[derive(Default)]
pub struct Ahead {
    bytes: [u8; PREFACE.len()],
    read: usize,
    given: usize,
}

impl Ahead {
    /// Reads until it is known whether the peer speaks HTTP/2.
    pub async fn is_preface(&mut self, stream: &mut Stream) -> io::Result<bool> {
        while self.bytes[..self.read] == PREFACE[..self.read] {
            if self.read == PREFACE.len() {
                return Ok(true);
            }
            match stream.read(&mut self.bytes[self.read..]).await? {
                0 => break,
                read => self.read += read,
            }
        }
        Ok(false)
    }

    /// Fills the buffer with what was read, or hands it back when nothing is left.
    #[inline]
    pub fn give_back<'buffer>(
        &mut self,
        mut buffer: ReadBufCursor<'buffer>,
    ) -> Option<ReadBufCursor<'buffer>> {
        if self.given == self.read {
            return Some(buffer);
        }
        let end = self.read.min(self.given + buffer.remaining());
        buffer.put_slice(&self.bytes[self.given..end]);
        self.given = end;
        None
    }
}

/// Finds out what the peer speaks, and leaves its bytes to whoever does.
///
/// # Errors
///
/// When the connection breaks, or its first bytes do not come in time.
pub async fn detect<A: Answering>(
    mut socket: Socket,
    protocol: Protocol,
    peer: Peer,
    terms: &Terms<A>,
) -> io::Result<(Socket, Protocol)> {
    if protocol != Protocol::Either {
        return Ok((socket, protocol));
    }
    let (ahead, stream) = socket.ahead();
    let first = terms.in_time(ahead.is_preface(stream)).await;
    if ahead.read > 0
        && let Err(error) = &first
        && error.kind() == io::ErrorKind::TimedOut
    {
        terms.answering.refused(Refusal::SlowHead, peer, error);
    }
    let is_http2 = first?;
    let protocol = if is_http2 {
        Protocol::Http2
    } else {
        Protocol::Http1
    };
    Ok((socket, protocol))
}

/// Serves a connection whose peer speaks HTTP/2.
pub async fn serve<A: Answering>(socket: Socket, pulse: Arc<Pulse>, peer: Peer, terms: Terms<A>) {
    let (answering, limits) = (terms.answering, terms.limits);
    let head_size = u32::try_from(limits.head_size).unwrap_or(u32::MAX);
    let mut http = http2::Builder::new(TokioExecutor::new());
    http.timer(TokioTimer::new())
        .max_concurrent_streams(limits.streams)
        .max_header_list_size(head_size)
        .keep_alive_interval(limits.keep_alive_timeout)
        .keep_alive_timeout(limits.write_timeout);
    let streams = Streams {
        requests: Requests::new(answering, peer, pulse.clone()),
        pulse: pulse.clone(),
    };
    let connection = http.serve_connection(socket, streams);
    drive(connection, pulse, terms, move |_, end| {
        end.tell(answering, peer);
        std::future::ready(())
    })
    .await;
}

impl<A: Answering> Driven for http2::Connection<Socket, Streams<A>, TokioExecutor> {
    const SHARED: bool = true;

    fn end(self: Pin<&mut Self>) {
        self.graceful_shutdown();
    }
}

/// The requests of one connection, many of them at once.
struct Streams<A> {
    requests: Requests<A>,
    pulse: Arc<Pulse>,
}

impl<A: Answering> Service<http::Request<Incoming>> for Streams<A> {
    type Response = http::Response<Sent>;
    type Error = Infallible;
    type Future = Held<A::Answer>;

    fn call(&self, request: http::Request<Incoming>) -> Self::Future {
        Held {
            inner: self.requests.call(request),
            open: Some(self.pulse.stream()),
        }
    }
}

/// A request that is under way.
struct Held<F> {
    inner: F,
    open: Option<Open>,
}

impl<F: Future<Output = Result<Response, Infallible>> + Unpin> Future for Held<F> {
    type Output = Result<http::Response<Sent>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(Pin::new(&mut self.inner).poll(cx));
        let open = self.open.take();
        Poll::Ready(response.map(|response| response.map(|body| Sent::new(body, open))))
    }
}

/// How much is handed over at once: a frame (RFC 9113, section 6.5.2). What was handed over is kept until the peer takes it, and nobody is asked
/// for more before the peer has taken some.
const PIECE: usize = 16 * 1024;

/// An answer until its last byte has been handed over: the request is open until then.
struct Sent {
    body: Body,
    /// What the body gave, and was not handed over.
    rest: Bytes,
    open: Option<Open>,
}

impl Sent {
    fn new(body: Body, mut open: Option<Open>) -> Self {
        if !body.is_end_stream()
            && let Some(open) = &mut open
        {
            open.wait_for_peer();
        }
        Self {
            body,
            rest: Bytes::new(),
            open,
        }
    }

    fn piece(&mut self) -> Frame<Bytes> {
        let end = self.rest.len().min(PIECE);
        Frame::data(self.rest.split_to(end))
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(self.piece())));
        }
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        Poll::Ready(frame.map(|frame| {
            frame.map(|frame| match frame.into_data() {
                Ok(data) => {
                    self.rest = data;
                    self.piece()
                }
                Err(trailers) => trailers,
            })
        }))
    }
}

impl http_body::Body for Sent {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let polled = self.poll_piece(cx);
        // Whoever polls has room for it; whoever does not poll again has none for more.
        let is_handed_over = matches!(polled, Poll::Ready(Some(Ok(_))));
        if let Some(open) = &mut self.open {
            open.hand_over(is_handed_over);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let mut hint = self.body.size_hint();
        let rest = u64::try_from(self.rest.len()).unwrap_or(u64::MAX);
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper.saturating_add(rest));
        }
        hint.set_lower(hint.lower().saturating_add(rest));
        hint
    }
}
