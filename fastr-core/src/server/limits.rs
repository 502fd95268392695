//! What a connection may cost.

use std::time::Duration;

/// What connections may cost: [`App::connections`](crate::private::App::connections).
///
/// | what | default | when it is exceeded |
/// |---|---|---|
/// | [`max`](Self::max) | 16,384 | nobody else is served until one is closed; who comes waits |
/// | [`head_size`](Self::head_size) | 32 KiB | 431, and the connection is closed |
/// | header fields | 100 | 431, and the connection is closed |
/// | [`uri_length`](Self::uri_length) | 8 KiB | 414 |
/// | [`head_timeout`](Self::head_timeout) | 15 s | 408, and the connection is closed |
/// | [`keep_alive_timeout`](Self::keep_alive_timeout) | 75 s | an idle connection is closed |
/// | [`body_timeout`](Self::body_timeout) | 30 s | a body pauses, or crawls: 408, and the connection is closed |
/// | [`write_timeout`](Self::write_timeout) | 30 s | the peer takes nothing of an answer: the connection is cut off |
/// | [`streams`](Self::streams) (HTTP/2) | 128 at once | further streams are refused |
/// | streams reset by the peer (HTTP/2) | 20 not yet taken in | the connection is closed: rapid reset |
/// | frames that are small or empty, heads in many pieces (HTTP/2) | as h2 has it | the connection is closed |
/// | a body: [`App::body_limit`](crate::private::App::body_limit), and `body_limit` of an operation | 2 MiB | 413 |
/// | the time of an operation: `TimeoutMiddleware` | none | 504, or the status that it is given, in the contract |
/// | the mistakes of a request that are told | 1,000, each with 8 KiB of its input | the last entry of the 422 says so |
///
/// Who is refused or cut off for one of them has a line in the log, once a second for each reason at the level INFO and otherwise at DEBUG,
/// and is counted in `fastr_connections_refused_total` (`App::metrics`).
///
/// [`WebSocketLimits`](crate::private::WebSocketLimits) holds for what becomes a WebSocket, and for forms with files there is `App::upload_limit`.
///
/// A connection is looked at now and then, and no alarm is set for every request: what takes too long is noticed later by at
/// most the shortest of these times.
///
/// ```
/// # use fastr_core::private::{App, ConnectionLimits};
/// # use std::time::Duration;
/// let limits = ConnectionLimits::new().max(1000).keep_alive_timeout(Duration::from_secs(5));
/// let app = App::of(module_path!()).connections(limits);
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct ConnectionLimits {
    pub(crate) max: usize,
    pub(crate) head_size: usize,
    pub(crate) uri_length: usize,
    pub(crate) head_timeout: Duration,
    pub(crate) keep_alive_timeout: Duration,
    pub(crate) body_timeout: Duration,
    pub(crate) write_timeout: Duration,
    pub(crate) streams: u32,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self::new()
    }
}

impl ConnectionLimits {
    /// The defaults.
    pub const fn new() -> Self {
        Self {
            max: 16_384,
            head_size: 32 * 1024,
            uri_length: 8 * 1024,
            head_timeout: Duration::from_secs(15),
            keep_alive_timeout: Duration::from_secs(75),
            body_timeout: Duration::from_secs(30),
            write_timeout: Duration::from_secs(30),
            streams: 128,
        }
    }

    /// How many connections the program has at once, on all its threads together; at least one.
    pub const fn max(mut self, connections: usize) -> Self {
        self.max = if connections == 0 { 1 } else { connections };
        self
    }

    /// The greatest head of a request, in bytes: the request line and all header fields.
    pub const fn head_size(mut self, bytes: usize) -> Self {
        self.head_size = bytes;
        self
    }

    /// The greatest target of a request, in bytes: the path and the query
    /// ([RFC 9110, section 4.1](https://www.rfc-editor.org/rfc/rfc9110#section-4.1) recommends to take 8,000).
    pub const fn uri_length(mut self, bytes: usize) -> Self {
        self.uri_length = bytes;
        self
    }

    /// How long the head of a request may take, from the moment that the connection is there; also a TLS handshake.
    pub const fn head_timeout(mut self, time: Duration) -> Self {
        self.head_timeout = time;
        self
    }

    /// How long a connection may be idle after an answer.
    pub const fn keep_alive_timeout(mut self, time: Duration) -> Self {
        self.keep_alive_timeout = time;
        self
    }

    /// How long a body may pause. In each such time 240 bytes a second have to come, so that nobody holds a connection with
    /// single bytes.
    pub const fn body_timeout(mut self, time: Duration) -> Self {
        self.body_timeout = time;
        self
    }

    /// How long the peer may take nothing of what is sent to it; over HTTP/2, of none of its answers while it waits for nothing else.
    pub const fn write_timeout(mut self, time: Duration) -> Self {
        self.write_timeout = time;
        self
    }

    /// How many requests an HTTP/2 connection may have at once.
    pub const fn streams(mut self, streams: u32) -> Self {
        self.streams = streams;
        self
    }

    pub(crate) fn shortest(&self) -> Duration {
        let times = [self.keep_alive_timeout, self.body_timeout, self.write_timeout];
        times.into_iter().fold(self.head_timeout, Duration::min)
    }
}
