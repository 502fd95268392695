//! The two halves of a WebSocket: what sends, and what receives.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use fastr_status::{WS_1003_UNSUPPORTED_DATA, WS_1007_INVALID_FRAME_PAYLOAD_DATA, WS_1011_INTERNAL_ERROR};
use futures_core::Stream;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout};

use super::close::CloseFrame;
use super::disconnect::WebSocketDisconnect;
use super::iter::{IterBytes, IterJson, IterText};
use super::link::{Link, NotSent};
use super::message::{Message, Outgoing};
use crate::encode::json;

/// What sends on a WebSocket. It can be cloned, and moved to another task.
#[derive(Clone)]
pub struct WebSocketSender(Arc<Link>);

/// What receives on a WebSocket.
///
/// When it is dropped, nobody receives: messages that come are thrown away from then on, and pings and closes are still
/// answered. So a function that only sends says `let (sender, _) = ws.split();`. One that keeps this without receiving hears
/// nothing any more behind a full [queue](crate::private::WebSocketLimits::receive_queue).
pub struct WebSocketReceiver(Arc<Link>);

impl Drop for WebSocketReceiver {
    fn drop(&mut self) {
        self.0.stop_receiving();
    }
}

impl WebSocketSender {
    pub(super) fn new(link: Arc<Link>) -> Self {
        Self(link)
    }

    /// Sends a message: it is done when the message is in the [queue](crate::private::WebSocketLimits::send_queue), which waits
    /// for the peer when it is full.
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn send(&self, message: impl Into<Message>) -> Result<(), WebSocketDisconnect> {
        self.push(message.into().into()).await
    }

    /// Sends a text.
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn send_text(&self, text: impl Into<String>) -> Result<(), WebSocketDisconnect> {
        self.push(Outgoing::Text(text.into().into())).await
    }

    /// Sends bytes.
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn send_bytes(&self, bytes: impl Into<Bytes>) -> Result<(), WebSocketDisconnect> {
        self.push(Outgoing::Bytes(bytes.into())).await
    }

    /// Sends a value as JSON, in a text message as FastAPI does.
    ///
    /// # Errors
    ///
    /// When the connection is over. A value that cannot be JSON closes it with 1011, and the log says why.
    pub async fn send_json<T: Serialize + Sync + ?Sized>(
        &self,
        value: &T,
    ) -> Result<(), WebSocketDisconnect> {
        match json::to_string(value) {
            Ok(text) => self.send_text(text).await,
            Err(error) => {
                tracing::error!(%error, "a message cannot be JSON");
                let frame = CloseFrame::constant(WS_1011_INTERNAL_ERROR, "");
                self.0.close(frame.clone());
                Err(WebSocketDisconnect::by(frame))
            }
        }
    }

    /// Sends a ping, and waits for the pong ([RFC 6455, section 5.5.2](https://www.rfc-editor.org/rfc/rfc6455#section-5.5.2)): how
    /// long that took since the ping stood in the [queue](crate::private::WebSocketLimits::send_queue), or nothing when no pong
    /// came within the [`ping_timeout`](crate::private::WebSocketLimits::ping_timeout).
    ///
    /// Nobody has to call it to keep a connection alive, or to find out that the peer is gone: a peer that is silent is pinged
    /// by itself. The pong stands behind what the peer has sent before it. So where messages come, they are to be received
    /// meanwhile: behind a full [queue](crate::private::WebSocketLimits::receive_queue) no pong is seen.
    ///
    /// ```
    /// # use fastr_core::private::{WebSocket, WebSocketDisconnect};
    /// async fn lag(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    ///     // Messages are thrown away, and the pong is not behind them.
    ///     let (sender, _) = ws.split();
    ///     match sender.ping().await? {
    ///         Some(lag) => sender.send_json(&lag.as_secs_f64()).await,
    ///         None => sender.send_text("are you there?").await,
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn ping(&self) -> Result<Option<Duration>, WebSocketDisconnect> {
        let number = self.0.number_ping();
        let payload = Bytes::copy_from_slice(&number.to_be_bytes());
        self.push(Outgoing::Ping(payload)).await?;
        let begin = Instant::now();
        let pong = poll_fn(|cx| self.0.poll_pong(cx, number));
        match timeout(self.0.limits().ping_timeout, pong).await {
            Ok(pong) => pong.map(|()| Some(begin.elapsed())),
            Err(_) => Ok(None),
        }
    }

    /// Closes the connection behind everything that was sent, and waits until the peer has answered, or did not in time. The code
    /// is one that the attribute declares: `closes(4001)`.
    ///
    /// One that is over stays as it is.
    pub async fn close(self, frame: CloseFrame) {
        self.0.close(frame);
        poll_fn(|cx| self.0.poll_done(cx)).await;
    }

    async fn push(&self, message: Outgoing) -> Result<(), WebSocketDisconnect> {
        let mut message = Some(message);
        poll_fn(|cx| self.0.poll_send(cx, &mut message)).await
    }

    pub(super) fn try_push(&self, message: Outgoing) -> Result<(), NotSent> {
        self.0.try_send(message)
    }

    /// Closes at once, and waits for nothing.
    pub(super) fn cut(&self, frame: CloseFrame) {
        self.0.close_now(frame);
    }

    pub(super) fn is_of(&self, link: &Arc<Link>) -> bool {
        Arc::ptr_eq(&self.0, link)
    }
}

impl WebSocketReceiver {
    pub(super) fn new(link: Arc<Link>) -> Self {
        Self(link)
    }

    pub(super) fn link(&self) -> &Arc<Link> {
        &self.0
    }

    /// The next message. It may be dropped while it waits, as `select!` does: nothing is lost.
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn receive(&mut self) -> Result<Message, WebSocketDisconnect> {
        poll_fn(|cx| self.0.poll_receive(cx)).await
    }

    /// The next message, which has to be a text.
    ///
    /// # Errors
    ///
    /// When the connection is over. A message of bytes closes it with 1003.
    pub async fn receive_text(&mut self) -> Result<String, WebSocketDisconnect> {
        match self.receive().await? {
            Message::Text(text) => Ok(text),
            Message::Bytes(_) => Err(self.refuse(CloseFrame::constant(
                WS_1003_UNSUPPORTED_DATA,
                "a text is wanted here, and not bytes",
            ))),
        }
    }

    /// The next message, which has to be bytes.
    ///
    /// # Errors
    ///
    /// When the connection is over. A text closes it with 1003.
    pub async fn receive_bytes(&mut self) -> Result<Bytes, WebSocketDisconnect> {
        match self.receive().await? {
            Message::Bytes(bytes) => Ok(bytes),
            Message::Text(_) => Err(self.refuse(CloseFrame::constant(
                WS_1003_UNSUPPORTED_DATA,
                "bytes are wanted here, and not a text",
            ))),
        }
    }

    /// The next message, a text that is read as JSON. To answer a mistake otherwise than by closing, take
    /// [`receive_text`](Self::receive_text) and read it yourself.
    ///
    /// # Errors
    ///
    /// When the connection is over. A text that is not what `T` wants closes it with 1007, and the reason says why; a message
    /// of bytes closes it with 1003.
    pub async fn receive_json<T: DeserializeOwned>(&mut self) -> Result<T, WebSocketDisconnect> {
        let text = self.receive_text().await?;
        serde_json::from_str(&text).map_err(|error| {
            self.refuse(CloseFrame::cut(
                WS_1007_INVALID_FRAME_PAYLOAD_DATA,
                &error.to_string(),
            ))
        })
    }

    /// The texts that come, until the connection is over: FastAPI's `iter_text`.
    pub fn iter_text(&mut self) -> IterText<'_> {
        IterText::new(self)
    }

    /// The messages of bytes that come, until the connection is over.
    pub fn iter_bytes(&mut self) -> IterBytes<'_> {
        IterBytes::new(self)
    }

    /// The values that come as JSON, until the connection is over.
    pub fn iter_json<T: DeserializeOwned>(&mut self) -> IterJson<'_, T> {
        IterJson::new(self)
    }

    /// Closes for a message that is not what it should be.
    pub(super) fn refuse(&mut self, frame: CloseFrame) -> WebSocketDisconnect {
        self.0.close(frame.clone());
        WebSocketDisconnect::by(frame)
    }
}

/// The messages, until the connection is over.
impl Stream for WebSocketReceiver {
    type Item = Message;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Message>> {
        self.0.poll_receive(cx).map(Result::ok)
    }
}
