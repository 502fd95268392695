//! Step 1: what holds for all WebSockets of an application: their limits, how many are open, and whether the end has come.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use tokio::sync::watch;

/// What WebSockets may cost, and who may open one: [`App::websockets`](crate::private::App::websockets).
///
/// | what | default | when it is exceeded |
/// |---|---|---|
/// | [`message_size`](Self::message_size) | 1 MiB | the connection is closed with 1009 |
/// | [`frame_size`](Self::frame_size) | 1 MiB | the connection is closed with 1009 |
/// | [`receive_queue`](Self::receive_queue) | 16 messages, or the bytes of one of the greatest size | nothing more is read until the handler receives |
/// | [`send_queue`](Self::send_queue) | 64 KiB | sending waits; a [`Room`](crate::private::Room) closes with 1013 |
/// | [`send_timeout`](Self::send_timeout) | 20 s | the peer takes nothing: the connection is cut off |
/// | [`ping_interval`](Self::ping_interval) | 20 s | a peer that is silent so long is sent a ping |
/// | [`ping_timeout`](Self::ping_timeout) | 20 s | a peer that does not answer it is closed with 1011 |
/// | [`idle_timeout`](Self::idle_timeout) | none | no message went either way: closed with 1000 |
/// | [`handshake_timeout`](Self::handshake_timeout) | 10 s | a handshake is neither accepted nor rejected: 503 |
/// | [`close_timeout`](Self::close_timeout) | 10 s | the peer does not answer a close: the connection is cut off |
/// | [`connections`](Self::connections) | 10,000 | a handshake is answered 503 |
/// | [`origins`](Self::origins) | the same host | a handshake from a page of another site is answered 403 |
///
/// A connection that is idle takes some 7 KiB. What a peer can make the program keep besides is a message that is under way
/// with its next frame, and as much again in the queue of the handler: 4 MiB with these defaults. Where thousands of strangers
/// are let in and send little, give them a small `message_size`.
///
/// ```
/// # use fastr_core::private::{App, WebSocketLimits};
/// let limits = WebSocketLimits::new().message_size(64 * 1024).origins(["https://example.com"]);
/// let app = App::of(module_path!()).websockets(limits);
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct WebSocketLimits {
    pub(crate) message_size: usize,
    pub(crate) frame_size: usize,
    pub(crate) receive_queue: usize,
    pub(crate) send_queue: usize,
    pub(crate) send_timeout: Duration,
    pub(crate) ping_interval: Duration,
    pub(crate) ping_timeout: Duration,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) handshake_timeout: Duration,
    pub(crate) close_timeout: Duration,
    pub(crate) connections: usize,
    pub(crate) origins: Origins,
}

/// Which pages may open a WebSocket.
#[derive(Clone, Debug)]
pub(crate) enum Origins {
    /// Those of the same host, and these.
    Same(Vec<String>),
    /// All of them.
    Any,
}

impl Default for WebSocketLimits {
    fn default() -> Self {
        Self {
            message_size: 1024 * 1024,
            frame_size: 1024 * 1024,
            receive_queue: 16,
            send_queue: 64 * 1024,
            send_timeout: Duration::from_secs(20),
            ping_interval: Duration::from_secs(20),
            ping_timeout: Duration::from_secs(20),
            idle_timeout: None,
            handshake_timeout: Duration::from_secs(10),
            close_timeout: Duration::from_secs(10),
            connections: 10_000,
            origins: Origins::Same(Vec::new()),
        }
    }
}

impl WebSocketLimits {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The greatest message that is received, in bytes. A larger one closes the connection with 1009.
    pub fn message_size(mut self, bytes: usize) -> Self {
        self.message_size = bytes;
        self
    }

    /// The greatest frame that is received, in bytes; a message may come in several
    /// ([RFC 6455, section 5.4](https://www.rfc-editor.org/rfc/rfc6455#section-5.4)). A larger one closes the connection with
    /// 1009.
    pub fn frame_size(mut self, bytes: usize) -> Self {
        self.frame_size = bytes;
        self
    }

    /// How many messages are kept until the handler receives them; at least one. No more are kept either when they hold as many
    /// bytes as the [greatest message](Self::message_size). Beyond that nothing is read, neither a ping nor a close, so that a
    /// peer that sends too quickly has to wait. A handler that never receives drops its
    /// [receiver](crate::private::WebSocketReceiver).
    pub fn receive_queue(mut self, messages: usize) -> Self {
        self.receive_queue = messages.max(1);
        self
    }

    /// How many bytes are kept until the peer takes them. A message is taken in when fewer are kept, so that one of any size
    /// can be sent.
    pub fn send_queue(mut self, bytes: usize) -> Self {
        self.send_queue = bytes.max(1);
        self
    }

    /// How long a peer may take nothing of what is sent to it.
    pub fn send_timeout(mut self, time: Duration) -> Self {
        self.send_timeout = time;
        self
    }

    /// How long a peer may be silent until it is sent a ping.
    pub fn ping_interval(mut self, time: Duration) -> Self {
        self.ping_interval = time;
        self
    }

    /// How long a peer may take to answer a ping; any byte of it is an answer.
    pub fn ping_timeout(mut self, time: Duration) -> Self {
        self.ping_timeout = time;
        self
    }

    /// How long a connection may go without a message, pings and pongs not counted.
    pub fn idle_timeout(mut self, time: Duration) -> Self {
        self.idle_timeout = Some(time);
        self
    }

    /// How long a handler may take to accept or reject a handshake.
    pub fn handshake_timeout(mut self, time: Duration) -> Self {
        self.handshake_timeout = time;
        self
    }

    /// How long a peer may take to answer a close frame.
    pub fn close_timeout(mut self, time: Duration) -> Self {
        self.close_timeout = time;
        self
    }

    /// How many WebSockets may be open at one time, in the whole program.
    pub fn connections(mut self, count: usize) -> Self {
        self.connections = count;
        self
    }

    /// Which sites besides this one may open a WebSocket: browsers let any page try, and send the cookies of the user along
    /// ([RFC 6455, section 10.2](https://www.rfc-editor.org/rfc/rfc6455#section-10.2)). An origin is written as browsers send it:
    /// `https://example.com`.
    ///
    /// A handshake without an `Origin` comes from no page, and is let in. Behind a proxy that changes `Host`, name the site
    /// itself here.
    pub fn origins<T: Into<String>>(mut self, origins: impl IntoIterator<Item = T>) -> Self {
        self.origins = Origins::Same(origins.into_iter().map(Into::into).collect());
        self
    }

    /// Lets the pages of every site open a WebSocket. Right only where no cookie and no network says who somebody is.
    pub fn any_origin(mut self) -> Self {
        self.origins = Origins::Any;
        self
    }
}

/// All WebSockets of an application.
#[derive(Default)]
pub struct Sockets {
    /// What they may cost.
    pub limits: WebSocketLimits,
    /// Whether a close code that was not declared is replaced by 1011: it cannot be overlooked while the program is written.
    pub refuses_undeclared: bool,
    /// How many close codes were not declared.
    pub undeclared: AtomicU64,
    open: watch::Sender<usize>,
    ending: watch::Sender<bool>,
}

impl Sockets {
    /// Those of an application with these limits.
    pub fn new(limits: WebSocketLimits, refuses_undeclared: bool) -> Self {
        Self {
            limits,
            refuses_undeclared,
            ..Self::default()
        }
    }

    /// A place for one more; none when there are enough.
    pub fn take(&'static self) -> Option<Seat> {
        let mut has_place = false;
        self.open.send_if_modified(|open| {
            has_place = *open < self.limits.connections;
            *open += usize::from(has_place);
            has_place
        });
        has_place.then(|| Seat(self))
    }

    /// Asks all of them to end.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }

    /// Done when they are asked to end.
    pub async fn ended(&self) {
        // The other end is in `self`, so it is not closed.
        let _ = self.ending.subscribe().wait_for(|&ending| ending).await;
    }

    /// Whether they are asked to end.
    pub fn is_ending(&self) -> bool {
        *self.ending.borrow()
    }

    /// Waits until none is open.
    pub async fn none(&self) {
        let _ = self.open.subscribe().wait_for(|&open| open == 0).await;
    }

    /// How many are open.
    pub fn open(&self) -> usize {
        *self.open.borrow()
    }
}

/// The place of a WebSocket among those that may be open.
pub struct Seat(&'static Sockets);

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.open.send_modify(|open| *open -= 1);
    }
}
