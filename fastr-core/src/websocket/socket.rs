//! An open WebSocket: both halves in one hand.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::close::CloseFrame;
use super::disconnect::WebSocketDisconnect;
use super::halves::{WebSocketReceiver, WebSocketSender};
use super::iter::{IterBytes, IterJson, IterText};
use super::link::Link;
use super::message::Message;

/// An open WebSocket, as on FastAPI's page "WebSockets". As a parameter of a `#[websocket]` function it has been accepted; to
/// decide that, take a [`Handshake`](super::Handshake).
///
/// Pings are answered by themselves, also while the function does something else, and [`ping`](Self::ping) sends one. When the function returns, the connection is
/// closed with 1000, or with the code of the error that it returns.
///
/// ```
/// # use fastr_core::private::{WebSocket, WebSocketDisconnect};
/// async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
///     loop {
///         let text = ws.receive_text().await?;
///         ws.send_text(format!("Message text was: {text}")).await?;
///     }
/// }
/// ```
pub struct WebSocket {
    sender: WebSocketSender,
    receiver: WebSocketReceiver,
    protocol: Option<String>,
}

impl WebSocket {
    pub(super) fn new(link: Arc<Link>, protocol: Option<String>) -> Self {
        Self {
            sender: WebSocketSender::new(link.clone()),
            receiver: WebSocketReceiver::new(link),
            protocol,
        }
    }

    /// The subprotocol that is spoken, if one was chosen.
    pub fn subprotocol(&self) -> Option<&str> {
        self.protocol.as_deref()
    }

    /// The two halves, for two tasks. The connection is closed when the function returns, whoever has the halves.
    ///
    /// A function that only sends drops the other half at once: what the peer says is thrown away then, and does not fill the
    /// queue in front of its pings and its close.
    ///
    /// ```
    /// # use fastr_core::private::{WebSocket, WebSocketDisconnect};
    /// async fn count(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    ///     let (sender, _) = ws.split();
    ///     for number in 0..1_000_000 {
    ///         sender.send_json(&number).await?;
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn split(self) -> (WebSocketSender, WebSocketReceiver) {
        (self.sender, self.receiver)
    }

    /// What sends, as one more.
    pub fn sender(&self) -> WebSocketSender {
        self.sender.clone()
    }

    /// [`WebSocketReceiver::receive`]
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn receive(&mut self) -> Result<Message, WebSocketDisconnect> {
        self.receiver.receive().await
    }

    /// [`WebSocketReceiver::receive_text`]
    ///
    /// # Errors
    ///
    /// When the connection is over. A message of bytes closes it with 1003.
    pub async fn receive_text(&mut self) -> Result<String, WebSocketDisconnect> {
        self.receiver.receive_text().await
    }

    /// [`WebSocketReceiver::receive_bytes`]
    ///
    /// # Errors
    ///
    /// When the connection is over. A text closes it with 1003.
    pub async fn receive_bytes(&mut self) -> Result<Bytes, WebSocketDisconnect> {
        self.receiver.receive_bytes().await
    }

    /// [`WebSocketReceiver::receive_json`]
    ///
    /// # Errors
    ///
    /// When the connection is over. A text that is not what `T` wants closes it with 1007.
    pub async fn receive_json<T: DeserializeOwned>(&mut self) -> Result<T, WebSocketDisconnect> {
        self.receiver.receive_json().await
    }

    /// [`WebSocketReceiver::iter_text`]
    pub fn iter_text(&mut self) -> IterText<'_> {
        self.receiver.iter_text()
    }

    /// [`WebSocketReceiver::iter_bytes`]
    pub fn iter_bytes(&mut self) -> IterBytes<'_> {
        self.receiver.iter_bytes()
    }

    /// [`WebSocketReceiver::iter_json`]
    pub fn iter_json<T: DeserializeOwned>(&mut self) -> IterJson<'_, T> {
        self.receiver.iter_json()
    }

    /// [`WebSocketSender::send`]
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn send(&self, message: impl Into<Message>) -> Result<(), WebSocketDisconnect> {
        self.sender.send(message).await
    }

    /// [`WebSocketSender::send_text`]
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn send_text(&self, text: impl Into<String>) -> Result<(), WebSocketDisconnect> {
        self.sender.send_text(text).await
    }

    /// [`WebSocketSender::send_bytes`]
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn send_bytes(&self, bytes: impl Into<Bytes>) -> Result<(), WebSocketDisconnect> {
        self.sender.send_bytes(bytes).await
    }

    /// [`WebSocketSender::send_json`]
    ///
    /// # Errors
    ///
    /// When the connection is over. A value that cannot be JSON closes it with 1011.
    pub async fn send_json<T: Serialize + Sync + ?Sized>(
        &self,
        value: &T,
    ) -> Result<(), WebSocketDisconnect> {
        self.sender.send_json(value).await
    }

    /// [`WebSocketSender::ping`]
    ///
    /// # Errors
    ///
    /// When the connection is over.
    pub async fn ping(&self) -> Result<Option<Duration>, WebSocketDisconnect> {
        self.sender.ping().await
    }

    /// [`WebSocketSender::close`]: `ws.close(close!(1000, "bye"))`.
    pub async fn close(self, frame: CloseFrame) {
        self.sender.close(frame).await;
    }

    pub(super) fn link(&self) -> &Arc<Link> {
        self.receiver.link()
    }
}

/// The messages, until the connection is over.
impl Stream for WebSocket {
    type Item = Message;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Message>> {
        Pin::new(&mut self.receiver).poll_next(cx)
    }
}
