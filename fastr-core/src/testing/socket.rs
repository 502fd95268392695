//! A WebSocket to the application in the same process: frames through a pipe, as through a connection.

use std::future::poll_fn;
use std::io;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use fastr_status::{
    HTTP_101_SWITCHING_PROTOCOLS, WS_1005_NO_STATUS_RCVD, WS_1006_ABNORMAL_CLOSURE, close_reason,
};
use http::{HeaderMap, HeaderValue, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tungstenite::handshake::derive_accept_key;
use tungstenite::protocol::{CloseFrame as WireFrame, Role, WebSocketContext};
use tungstenite::{Error, Message as WireMessage};

use super::last::LastWord;
use super::request::note;
use super::{TestClient, TestRequest, TestResponse, agreement};
use crate::respond::title;
use crate::route::{Operation, Scope, Socket, TypedOperation, sockets};
use crate::websocket::{CloseFrame, InProcess, Message, Moved, Now, WebSocketDisconnect, Wire, breach};

/// How much a pipe holds that was not read, about as much as a connection.
const PIPE: usize = 64 * 1024;
/// Nothing takes this long in one process; a test that waits so long has failed.
const DEADLINE: Duration = Duration::from_secs(10);
/// The key of RFC 6455, section 1.3.
const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

impl TestClient {
    /// A handshake: [`connect`](TestRequest::connect) opens the WebSocket, [`refused`](TestRequest::refused) wants it to be
    /// refused. By the name of the function it is `client.call::<chat>()`.
    ///
    /// ```
    /// # use fastr_core::private::{App, TestClient};
    /// let client = TestClient::new(App::of(module_path!()));
    /// assert_eq!(client.websocket("/nowhere").refused().status(), 404);
    /// ```
    pub fn websocket(&self, path: &str) -> TestRequest<'_> {
        self.get(path)
    }
}

impl<'client, O: TypedOperation> TestRequest<'client, O> {
    /// Opens a WebSocket.
    ///
    /// # Panics
    ///
    /// When it is refused; the message shows the answer.
    #[track_caller]
    pub fn connect(self) -> TestWebSocket<'client> {
        match self.shake_hands() {
            Ok(socket) => socket,
            Err(response) => panic!(
                "the WebSocket was refused with {} {}: {}",
                response.status(),
                title(response.status()),
                String::from_utf8_lossy(response.bytes())
            ),
        }
    }

    /// Asks for a WebSocket that is refused, and gives the answer.
    ///
    /// # Panics
    ///
    /// When it is accepted.
    #[track_caller]
    pub fn refused(self) -> TestResponse<O> {
        match self.shake_hands() {
            Ok(_) => panic!("the WebSocket was accepted"),
            Err(response) => *response,
        }
    }

    #[track_caller]
    fn shake_hands(self) -> Result<TestWebSocket<'client>, Box<TestResponse<O>>> {
        let (client, peer) = (self.client, self.peer);
        let (here, there) = tokio::io::duplex(PIPE);
        let mut request = self.into_request();
        for (name, value) in [
            ("connection", "upgrade"),
            ("upgrade", "websocket"),
            ("sec-websocket-version", "13"),
            ("sec-websocket-key", KEY),
        ] {
            let (name, value) = crate::header::header(name, value);
            request.headers_mut().entry(name).or_insert(value);
        }
        request.extensions_mut().insert(InProcess::new(there));
        let (operation, head, body) = client.runtime.block_on(async {
            let mut answer = client.service.answer_to(peer, request);
            let (head, body) = (&mut answer).await.into_parts();
            let operation = answer.operation();
            let body = body.collect(usize::MAX).await;
            // A handler that was refused ends before anything else is asked.
            tokio::task::yield_now().await;
            (operation, head, body)
        });
        let status = head.status.as_u16();
        if status == HTTP_101_SWITCHING_PROTOCOLS {
            let accepted = head
                .headers
                .get("sec-websocket-accept")
                .map(HeaderValue::as_bytes);
            assert_eq!(
                accepted,
                Some(derive_accept_key(KEY.as_bytes()).as_bytes()),
                "the key of the answer"
            );
            return Ok(TestWebSocket {
                client,
                headers: head.headers,
                wire: Wire::Pipe(here),
                protocol: WebSocketContext::new(Role::Client, None),
                last: LastWord::default(),
                over: None,
                socket: operation.and_then(socket_of),
                said: None,
            });
        }
        let body = body.unwrap_or_else(|error| panic!("the body of the response broke off: {error:?}"));
        let response = TestResponse::new(status, head.headers, body, client.service.errors());
        if let Some(operation) = operation {
            note(&Method::GET, operation, status);
            if client.compares {
                agreement::assert(operation, client.service.errors(), &response);
            }
        }
        Err(Box::new(response))
    }
}

/// The client's end of a WebSocket: it sees what a real client would. Everything here waits, at most ten seconds.
pub struct TestWebSocket<'client> {
    client: &'client TestClient,
    headers: HeaderMap,
    wire: Wire,
    protocol: WebSocketContext,
    last: LastWord,
    over: Option<WebSocketDisconnect>,
    socket: Option<&'static Socket>,
    /// The code of our own close, which the server says back.
    said: Option<u16>,
}

impl TestWebSocket<'_> {
    /// The value of a header of the answer that accepted.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The subprotocol that the server chose.
    pub fn subprotocol(&self) -> Option<&str> {
        self.header("sec-websocket-protocol")
    }

    /// Sends a text.
    ///
    /// # Panics
    ///
    /// When the connection is over.
    #[track_caller]
    pub fn send_text(&mut self, text: &str) {
        self.push(WireMessage::text(text));
    }

    /// Sends bytes.
    ///
    /// # Panics
    ///
    /// When the connection is over.
    #[track_caller]
    pub fn send_bytes(&mut self, bytes: impl Into<Bytes>) {
        self.push(WireMessage::Binary(bytes.into()));
    }

    /// Sends a value as JSON, in a text.
    ///
    /// # Panics
    ///
    /// When the connection is over, or the value cannot be JSON.
    #[track_caller]
    pub fn send_json<T: Serialize + ?Sized>(&mut self, value: &T) {
        match serde_json::to_string(value) {
            Ok(text) => self.push(WireMessage::text(text)),
            Err(error) => panic!("the message cannot be JSON: {error}"),
        }
    }

    /// The next message.
    ///
    /// # Errors
    ///
    /// When the connection is over: with the code that the server sent, 1005 when it sent none, and 1006 when it broke off.
    ///
    /// # Panics
    ///
    /// When nothing comes, or the function closes with a code that it does not declare.
    #[track_caller]
    pub fn receive(&mut self) -> Result<Message, WebSocketDisconnect> {
        let client = self.client;
        let received = client
            .runtime
            .block_on(async { tokio::time::timeout(DEADLINE, poll_fn(|cx| self.poll_receive(cx))).await });
        match received {
            Ok(received) => {
                self.assert_declared();
                received
            }
            Err(elapsed) => panic!("no message came in {DEADLINE:?}: {elapsed}"),
        }
    }

    /// The next message, a text.
    ///
    /// # Panics
    ///
    /// When it is none, or the connection is over.
    #[track_caller]
    pub fn receive_text(&mut self) -> String {
        match self.receive() {
            Ok(Message::Text(text)) => text,
            other => panic!("a text was expected, and this came: {other:?}"),
        }
    }

    /// The next message, of bytes.
    ///
    /// # Panics
    ///
    /// When it is none, or the connection is over.
    #[track_caller]
    pub fn receive_bytes(&mut self) -> Bytes {
        match self.receive() {
            Ok(Message::Bytes(bytes)) => bytes,
            other => panic!("bytes were expected, and this came: {other:?}"),
        }
    }

    /// The next message, a text that is read as JSON.
    ///
    /// # Panics
    ///
    /// When it is none, or not what `T` wants, or the connection is over.
    #[track_caller]
    pub fn receive_json<T: DeserializeOwned>(&mut self) -> T {
        let text = self.receive_text();
        match serde_json::from_str(&text) {
            Ok(value) => value,
            Err(error) => panic!("the message cannot be read: {error}; it is {text}"),
        }
    }

    /// Closes the connection, and waits for the answer of the server.
    ///
    /// # Panics
    ///
    /// When the server does not answer.
    #[track_caller]
    pub fn close(mut self, frame: &CloseFrame) -> WebSocketDisconnect {
        self.said = Some(frame.code());
        let frame = WireFrame {
            code: frame.code().into(),
            reason: frame.reason().into(),
        };
        self.push(WireMessage::Close(Some(frame)));
        loop {
            if let Err(over) = self.receive() {
                return over;
            }
        }
    }

    /// Wants the server to close with this code, and gives the reason.
    ///
    /// # Panics
    ///
    /// When a message comes, or another code.
    #[track_caller]
    pub fn expect_close(&mut self, code: u16) -> String {
        match self.receive() {
            Err(over) if over.code == code => over.reason.into_owned(),
            Err(over) => panic!("expected {code} {}, and {over}", close_reason(code).unwrap_or("")),
            Ok(message) => panic!("expected the end with {code}, and this came: {message:?}"),
        }
    }

    /// The contract is kept to the last word.
    #[track_caller]
    fn assert_declared(&self) {
        let code = self.last.close().map(|(code, _)| code);
        if let (Some(socket), Some(code)) = (self.socket, code)
            && self.said != Some(code)
            && let Some(text) = breach(socket, code)
        {
            panic!("{text}")
        }
    }

    #[track_caller]
    fn push(&mut self, message: WireMessage) {
        let client = self.client;
        let mut message = Some(message);
        let sent = client.runtime.block_on(async {
            tokio::time::timeout(DEADLINE, poll_fn(|cx| self.poll_send(cx, &mut message))).await
        });
        match sent {
            Ok(Ok(())) => {}
            Ok(Err(error)) => panic!("the message was not sent: {error}"),
            Err(elapsed) => panic!("the server took no message in {DEADLINE:?}: {elapsed}"),
        }
    }

    fn poll_send(
        &mut self,
        cx: &mut Context<'_>,
        message: &mut Option<WireMessage>,
    ) -> Poll<Result<(), Error>> {
        let sent = match message.take() {
            Some(message) => self.with(cx, |protocol, wire| protocol.write(wire, message)),
            None => Ok(()),
        };
        let sent = sent.and_then(|()| self.with(cx, |protocol, wire| protocol.flush(wire)));
        match sent {
            Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => Poll::Pending,
            sent => Poll::Ready(sent),
        }
    }

    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Result<Message, WebSocketDisconnect>> {
        loop {
            if let Some(over) = &self.over {
                return Poll::Ready(Err(over.clone()));
            }
            match self.with(cx, |protocol, wire| protocol.read(wire)) {
                Ok(WireMessage::Text(text)) => {
                    return Poll::Ready(Ok(Message::Text(text.as_str().to_owned())));
                }
                Ok(WireMessage::Binary(bytes)) => return Poll::Ready(Ok(Message::Bytes(bytes))),
                Ok(WireMessage::Close(_)) => {
                    self.over = Some(match self.last.close() {
                        Some((code, reason)) => WebSocketDisconnect::new(code, reason.into()),
                        None => WebSocketDisconnect::new(WS_1005_NO_STATUS_RCVD, "".into()),
                    });
                    // The answer; whether it arrives is the server's affair.
                    let _ = self.with(cx, |protocol, wire| protocol.flush(wire));
                }
                Ok(_) => {}
                Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => return Poll::Pending,
                Err(_) => self.over = Some(WebSocketDisconnect::new(WS_1006_ABNORMAL_CLOSURE, "".into())),
            }
        }
    }

    fn with<T>(
        &mut self,
        cx: &mut Context<'_>,
        work: impl FnOnce(&mut WebSocketContext, &mut Heard<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let now = Now {
            wire: &mut self.wire,
            cx,
            moved: &mut Moved::default(),
        };
        let last = &mut self.last;
        work(&mut self.protocol, &mut Heard { now, last })
    }
}

/// What came and was not read is part of the contract as well. Nothing is waited for.
impl Drop for TestWebSocket<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let client = self.client;
        client.runtime.block_on(async {
            tokio::task::yield_now().await;
            poll_fn(|cx| {
                while let Poll::Ready(Ok(_)) = self.poll_receive(cx) {}
                Poll::Ready(())
            })
            .await;
        });
        self.assert_declared();
    }
}

/// The WebSocket whose handshake this is.
fn socket_of(handshake: &'static Operation) -> Option<&'static Socket> {
    let all = sockets(Scope::Program).into_iter();
    all.into_iter()
        .find(|socket| std::ptr::eq(socket.operation, handshake))
}

/// A wire of which is noted what comes.
struct Heard<'poll, 'waker> {
    now: Now<'poll, 'waker>,
    last: &'poll mut LastWord,
}

impl io::Read for Heard<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.now.read(buffer)?;
        self.last.hear(&buffer[..read]);
        Ok(read)
    }
}

impl io::Write for Heard<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.now.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.now.flush()
    }
}
