//! The line to a peer: frames in both directions, the clock, and the close handshake. It knows no handler.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use fastr_status::{
    WS_1000_NORMAL_CLOSURE, WS_1001_GOING_AWAY, WS_1002_PROTOCOL_ERROR, WS_1005_NO_STATUS_RCVD,
    WS_1007_INVALID_FRAME_PAYLOAD_DATA, WS_1009_MESSAGE_TOO_BIG, WS_1011_INTERNAL_ERROR,
};
use tokio::time::{Instant, Sleep};
use tungstenite::error::{CapacityError, ProtocolError};
use tungstenite::protocol::{CloseFrame as WireFrame, Role, WebSocketConfig, WebSocketContext};
use tungstenite::{Error, Message as WireMessage};

use super::close::CloseFrame;
use super::contract::Contract;
use super::disconnect::WebSocketDisconnect;
use super::link::Link;
use super::message::Message;
use super::wire::{Moved, Now, Wire};

/// How much is read and written at a time. A connection that does nothing holds one such buffer.
const PIECE: usize = 4 * 1024;

/// An open connection, driven by being polled until it is closed.
pub struct Line {
    wire: Wire,
    protocol: WebSocketContext,
    link: Arc<Link>,
    contract: Contract,
    stage: Stage,
    /// Whether something waits to be written.
    unwritten: bool,
    clock: Clock,
    timer: Pin<Box<Sleep>>,
    ending: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

enum Stage {
    Open,
    /// A close frame was sent, and that of the peer has not come.
    Closing,
    /// The peer broke the rules; it is told so, and not listened to any more.
    Failed,
    Closed,
    /// Somebody waited for the peer for as long as that is done.
    CutOff,
}

/// When something last happened.
struct Clock {
    /// The peer sent a byte.
    heard: Instant,
    /// A message went either way.
    talked: Instant,
    /// A ping was sent that has not been answered.
    pinged: Option<Instant>,
    /// Nothing could be written since then.
    stalled: Option<Instant>,
    /// A close frame was sent.
    closed: Instant,
}

impl Line {
    pub fn new(wire: Wire, link: Arc<Link>, contract: Contract) -> Self {
        let limits = link.limits();
        let settings = WebSocketConfig::default()
            .read_buffer_size(PIECE)
            .write_buffer_size(4 * PIECE)
            .max_message_size(Some(limits.message_size))
            .max_frame_size(Some(limits.frame_size));
        let now = Instant::now();
        Self {
            wire,
            protocol: WebSocketContext::new(Role::Server, Some(settings)),
            stage: Stage::Open,
            unwritten: false,
            clock: Clock {
                heard: now,
                talked: now,
                pinged: None,
                stalled: None,
                closed: now,
            },
            timer: Box::pin(tokio::time::sleep_until(now + limits.ping_interval)),
            ending: Some(Box::pin(contract.sockets.ended())),
            link,
            contract,
        }
    }

    /// What the peer is to be seen off on, when it has ended; nothing when it was cut off.
    pub fn left(self) -> Option<Wire> {
        (!matches!(self.stage, Stage::CutOff)).then_some(self.wire)
    }

    /// Writes what there is to write.
    fn write(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        loop {
            if self.unwritten {
                match self.with(cx, |protocol, wire| protocol.flush(wire)) {
                    Err(error) if waits(&error) => {
                        self.clock.stalled.get_or_insert_with(Instant::now);
                        return Ok(());
                    }
                    flushed => flushed?,
                }
                self.unwritten = false;
                self.clock.stalled = None;
            }
            if !matches!(self.stage, Stage::Open) || !self.protocol.can_write() {
                return Ok(());
            }
            if !self.write_some(cx)? {
                return Ok(());
            }
        }
    }

    /// Hands over about as much as is written at a time; `false` when there is nothing.
    fn write_some(&mut self, cx: &mut Context<'_>) -> Result<bool, Error> {
        let mut handed_over = 0;
        while handed_over < 4 * PIECE
            && let Some(message) = self.link.next()
        {
            handed_over += message.len();
            self.unwritten = true;
            self.clock.talked = Instant::now();
            self.with(cx, |protocol, wire| kept(protocol.write(wire, message.into())))?;
        }
        if !self.unwritten
            && let Some(frame) = self.link.wanted_close()
        {
            self.stage = Stage::Closing;
            let frame = self.contract.keep(frame);
            self.close(cx, &frame)?;
        }
        Ok(self.unwritten)
    }

    fn close(&mut self, cx: &mut Context<'_>, frame: &CloseFrame) -> Result<(), Error> {
        self.link.end(WebSocketDisconnect::by(frame.clone()));
        self.clock.closed = Instant::now();
        self.unwritten = true;
        let frame = WireFrame {
            code: frame.code().into(),
            reason: frame.reason().into(),
        };
        self.with(cx, |protocol, wire| kept(protocol.close(wire, Some(frame))))
    }

    /// Reads until there is nothing more to read, or nobody to take it.
    fn read(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        while self.wants_more() {
            match self.with(cx, |protocol, wire| protocol.read(wire)) {
                Ok(WireMessage::Text(text)) => self.received(Message::Text(text.as_str().to_owned())),
                Ok(WireMessage::Binary(bytes)) => self.received(Message::Bytes(bytes)),
                Ok(WireMessage::Close(frame)) => {
                    let why = frame.map_or(
                        WebSocketDisconnect::new(WS_1005_NO_STATUS_RCVD, "".into()),
                        |frame| {
                            WebSocketDisconnect::new(
                                frame.code.into(),
                                frame.reason.as_str().to_owned().into(),
                            )
                        },
                    );
                    self.link.end(why);
                    self.unwritten = true;
                }
                Ok(WireMessage::Pong(payload)) => self.link.ponged(&payload),
                // The protocol has an answer ready for a ping.
                Ok(_) => self.unwritten = true,
                Err(error) if waits(&error) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// While this side closes, messages are thrown away, so there is always room.
    fn wants_more(&self) -> bool {
        match self.stage {
            Stage::Open => self.link.has_room(),
            Stage::Closing => true,
            Stage::Failed | Stage::Closed | Stage::CutOff => false,
        }
    }

    fn received(&mut self, message: Message) {
        self.clock.talked = Instant::now();
        if let Stage::Open = self.stage {
            self.link.received(message);
        }
    }

    /// Does something with the protocol, and notes whether the peer gave a sign of life.
    fn with<T>(
        &mut self,
        cx: &mut Context<'_>,
        work: impl FnOnce(&mut WebSocketContext, &mut Now<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut moved = Moved::default();
        let mut now = Now {
            wire: &mut self.wire,
            cx,
            moved: &mut moved,
        };
        let result = work(&mut self.protocol, &mut now);
        if moved.came {
            self.clock.heard = Instant::now();
            self.clock.pinged = None;
        }
        if moved.went {
            self.clock.stalled = None;
        }
        result
    }

    /// What an error means for the peer, and for whoever receives.
    fn failed(&mut self, cx: &mut Context<'_>, error: &Error) {
        let (code, reason) = match error {
            Error::ConnectionClosed | Error::AlreadyClosed => return self.closed(),
            Error::Io(_) | Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => {
                return self.closed();
            }
            Error::Capacity(CapacityError::MessageTooLong { max_size, .. }) => {
                (WS_1009_MESSAGE_TOO_BIG, format!("more than {max_size} bytes"))
            }
            Error::Utf8(_) => (
                WS_1007_INVALID_FRAME_PAYLOAD_DATA,
                "the text is not UTF-8".to_owned(),
            ),
            Error::Protocol(error) => (WS_1002_PROTOCOL_ERROR, error.to_string()),
            error => {
                tracing::error!(%error, "a WebSocket failed");
                (WS_1011_INTERNAL_ERROR, String::new())
            }
        };
        tracing::debug!(code, reason, "a peer broke the rules of WebSockets");
        self.fail(cx, &CloseFrame::cut(code, &reason));
    }

    /// Tells the peer why, and listens to nothing more.
    fn fail(&mut self, cx: &mut Context<'_>, frame: &CloseFrame) {
        self.stage = Stage::Failed;
        if self.close(cx, frame).and_then(|()| self.write(cx)).is_err() {
            self.closed();
        }
    }

    fn closed(&mut self) {
        self.stage = Stage::Closed;
    }

    /// Looks at the clock, does what it is time for, and says when to look again.
    fn look_at_clock(&mut self, cx: &mut Context<'_>) -> Instant {
        let limits = self.link.limits();
        let now = Instant::now();
        if let Stage::Closed = self.stage {
            return now;
        }
        let stalled = self.clock.stalled.map(|since| since + limits.send_timeout);
        if stalled.is_some_and(|end| end <= now) {
            tracing::debug!("a peer took nothing for too long");
            self.stage = Stage::CutOff;
        }
        if !matches!(self.stage, Stage::Open) {
            let end = self.clock.closed + limits.close_timeout;
            if end <= now {
                self.stage = Stage::CutOff;
            }
            return stalled.map_or(end, |stalled| end.min(stalled));
        }
        // Nobody reads, so nobody would hear an answer.
        if !self.link.has_room() {
            self.clock.heard = now;
        }
        let idle = limits.idle_timeout.map(|time| self.clock.talked + time);
        let silent = match self.clock.pinged {
            Some(pinged) => pinged + limits.ping_timeout,
            None => self.clock.heard + limits.ping_interval,
        };
        if idle.is_some_and(|end| end <= now) {
            self.link
                .close(CloseFrame::constant(WS_1000_NORMAL_CLOSURE, "idle for too long"));
        } else if silent <= now && self.clock.pinged.is_some() {
            self.fail(
                cx,
                &CloseFrame::constant(WS_1011_INTERNAL_ERROR, "keepalive ping timeout"),
            );
            return now + limits.close_timeout;
        } else if silent <= now {
            self.clock.pinged = Some(now);
            self.unwritten = true;
            let ping = WireMessage::Ping(bytes::Bytes::new());
            let sent = self.with(cx, |protocol, wire| kept(protocol.write(wire, ping)));
            if let Err(error) = sent.and_then(|()| self.write(cx)) {
                self.failed(cx, &error);
            }
            return now + limits.ping_timeout;
        }
        [idle, stalled].into_iter().flatten().fold(silent, Instant::min)
    }

    fn step(&mut self, cx: &mut Context<'_>) {
        let done = self.write(cx).and_then(|()| self.read(cx));
        // What was read may have an answer.
        let done = done.and_then(|()| if self.unwritten { self.write(cx) } else { Ok(()) });
        if let Err(error) = done {
            match self.stage {
                // It was told already, and there is nothing more to say.
                Stage::Closing | Stage::Failed => self.closed(),
                _ => self.failed(cx, &error),
            }
        }
    }
}

impl Future for Line {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        this.link.watch(cx);
        if let Some(ending) = &mut this.ending
            && ending.as_mut().poll(cx).is_ready()
        {
            this.ending = None;
            this.link.close(CloseFrame::constant(
                WS_1001_GOING_AWAY,
                "the server is shutting down",
            ));
        }
        loop {
            this.step(cx);
            let next = this.look_at_clock(cx);
            if let Stage::Failed = this.stage
                && !this.unwritten
            {
                this.closed();
            }
            if let Stage::Closed | Stage::CutOff = this.stage {
                // What has to wait for the peer is done by who sees it off.
                let _ = this.wire.poll_shutdown(cx);
                this.link.done();
                return Poll::Ready(());
            }
            if this.timer.is_elapsed() || next < this.timer.deadline() {
                this.timer.as_mut().reset(next);
            }
            if this.timer.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
        }
    }
}

/// What waits to be written is kept, so that it is no error.
fn kept(written: Result<(), Error>) -> Result<(), Error> {
    match written {
        Err(error) if waits(&error) => Ok(()),
        written => written,
    }
}

fn waits(error: &Error) -> bool {
    matches!(error, Error::Io(error) if error.kind() == io::ErrorKind::WouldBlock)
}
