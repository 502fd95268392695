//! The handshake (RFC 6455, section 4.2): what it must be, and what a handler makes of it.

use std::sync::{Arc, Mutex, PoisonError};

use fastr_status::{
    HTTP_400_BAD_REQUEST, HTTP_403_FORBIDDEN, HTTP_426_UPGRADE_REQUIRED, HTTP_503_SERVICE_UNAVAILABLE,
    StatusSet,
};
use http::header::{
    CONNECTION, HOST, ORIGIN, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http::{HeaderMap, HeaderName, Uri};

use super::link::{Acceptance, Decision, Link};
use super::session::Session;
use super::socket::WebSocket;
use super::wire::Upgrade;
use crate::error::HttpException;
use crate::extract::{Argument, Found};
use crate::header::header;
use crate::request::{Call, RequestParts};
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::ShapeOf;
use crate::sockets::Origins;

/// A WebSocket that is still to be accepted: as a parameter of a `#[websocket]` function, where something is to be decided
/// first. Where nothing is, take the [`WebSocket`] itself, which has been accepted.
///
/// Before [`accept`](Self::accept) there is HTTP, and a refusal is a status; after it there is a WebSocket, which ends with a
/// close code. Both take the handshake away, so that neither can be done twice, or after the other. A function that returns
/// without doing either refuses with 403, as FastAPI does.
///
/// ```
/// # use fastr_core::private::{Handshake, HttpException, WebSocketDisconnect};
/// async fn chat(token: Option<String>, handshake: Handshake) -> Result<(), WebSocketDisconnect> {
///     if token.as_deref() != Some("let me in") {
///         handshake.reject(HttpException::new(401, "no token"));
///         return Ok(());
///     }
///     let mut ws = handshake.subprotocol(&["chat.v2", "chat"]).accept();
///     let greeting = ws.receive_text().await?;
///     ws.send_text(greeting).await
/// }
/// ```
pub struct Handshake {
    link: Arc<Link>,
    offered: Vec<String>,
    acceptance: Acceptance,
}

impl Handshake {
    /// Accepts: FastAPI's `await websocket.accept()`. What is sent before the answer has gone out is sent behind it.
    pub fn accept(self) -> WebSocket {
        let protocol = self.acceptance.protocol.clone();
        self.link.decide(Decision::Accept(self.acceptance));
        WebSocket::new(self.link, protocol)
    }

    /// Refuses, with a status that the operation declares: `raises(401)`. 403 needs no word.
    ///
    /// The function goes on, so that it can put things in order.
    pub fn reject(self, exception: HttpException) {
        self.link.decide(Decision::Reject(exception));
    }

    /// Speaks the first of these subprotocols that the client offers, if it offers any: a client has to break off when it is
    /// told another ([RFC 6455, section 4.1](https://www.rfc-editor.org/rfc/rfc6455#section-4.1)).
    #[must_use]
    pub fn subprotocol(mut self, known: &[&str]) -> Self {
        let spoken = known
            .iter()
            .find(|name| self.offered.iter().any(|it| it == *name));
        self.acceptance.protocol = spoken.map(|&name| name.to_owned());
        self
    }

    /// The subprotocols that the client offers, the one it likes best first.
    pub fn subprotocols(&self) -> &[String] {
        &self.offered
    }

    /// One more header on the answer that accepts.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header, or the header is one of the handshake itself.
    #[must_use]
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = header(name, value);
        let is_own = name == CONNECTION || name == UPGRADE || name.as_str().starts_with("sec-websocket-");
        assert!(
            !is_own,
            "the header `{name}` belongs to the handshake itself; leave it out, and use `subprotocol` for a subprotocol"
        );
        self.acceptance.headers.append(name, value);
        self
    }
}

/// The statuses with which a handshake is refused before the handler decides.
const STATUSES: StatusSet = StatusSet::of(&[
    HTTP_400_BAD_REQUEST,
    HTTP_403_FORBIDDEN,
    HTTP_426_UPGRADE_REQUIRED,
    HTTP_503_SERVICE_UNAVAILABLE,
]);

#[diagnostic::do_not_recommend]
impl Argument for Handshake {
    const SOURCE: Source = Source::Special;
    const BODY: BodyUse = BodyUse::Socket;
    const STATUSES: StatusSet = STATUSES;
    const SHAPE: Option<ShapeOf> = None;

    fn find(call: &mut Call, _: &Parameter) -> Found<Self> {
        match begin(call) {
            Ok(link) => Found::Value(Self {
                link,
                offered: list(&call.head.headers, &SEC_WEBSOCKET_PROTOCOL)
                    .map(str::to_owned)
                    .collect(),
                acceptance: Acceptance::default(),
            }),
            Err(refusal) => {
                call.refusal = Some(refusal);
                Found::Wrong
            }
        }
    }
}

/// One that is accepted before the function is called.
#[diagnostic::do_not_recommend]
impl Argument for WebSocket {
    const SOURCE: Source = Source::Special;
    const BODY: BodyUse = BodyUse::Socket;
    const STATUSES: StatusSet = STATUSES;
    const SHAPE: Option<ShapeOf> = None;

    fn find(call: &mut Call, parameter: &Parameter) -> Found<Self> {
        match Handshake::find(call, parameter) {
            Found::Value(handshake) => Found::Value(handshake.accept()),
            Found::Absent => Found::Absent,
            Found::Wrong => Found::Wrong,
        }
    }
}

/// A session, on its way from the argument to the call of the function.
#[derive(Clone)]
struct Slot(Arc<Mutex<Option<Session>>>);

/// The session that began with the arguments of this call.
pub fn session(call: &mut Call) -> Option<Session> {
    let Slot(slot) = call.head.extensions.remove()?;
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}

fn begin(call: &mut Call) -> Result<Arc<Link>, HttpException> {
    let sockets = &call.common.sockets;
    let key = check(&call.head)?.to_owned();
    if call.peer.has_body {
        // What is left of it would be read as frames.
        return Err(HttpException::new(
            HTTP_400_BAD_REQUEST,
            "The request that opens a WebSocket has no body",
        ));
    }
    check_origin(&call.head, &sockets.limits.origins)?;
    let upgrade = Upgrade::of(&mut call.head.extensions).ok_or_else(|| {
        tracing::error!("a WebSocket was asked for on a connection that cannot become one");
        upgrade_required("This connection cannot become a WebSocket")
    })?;
    if sockets.is_ending() {
        return Err(unavailable("The server is shutting down", "1"));
    }
    let Some(seat) = sockets.take() else {
        tracing::warn!(open = sockets.open(), "there are too many WebSockets");
        return Err(unavailable("There are too many WebSockets", "10"));
    };
    let link = Arc::new(Link::new(&sockets.limits));
    let session = Session::new(link.clone(), upgrade, seat, key, call.common);
    let slot = Slot(Arc::new(Mutex::new(Some(session))));
    call.head.extensions.insert(slot);
    Ok(link)
}

fn unavailable(detail: &str, retry_after: &str) -> HttpException {
    HttpException::new(HTTP_503_SERVICE_UNAVAILABLE, detail).header("retry-after", retry_after)
}

/// The key of a handshake that is one (RFC 6455, section 4.2.1).
fn check(head: &RequestParts) -> Result<&str, HttpException> {
    let headers = &head.headers;
    let asks = list(headers, &UPGRADE).any(|token| token.eq_ignore_ascii_case("websocket"))
        && list(headers, &CONNECTION).any(|token| token.eq_ignore_ascii_case("upgrade"));
    if !asks || head.version < http::Version::HTTP_11 {
        return Err(upgrade_required(
            "This is a WebSocket; open it with a WebSocket client",
        ));
    }
    if !list(headers, &SEC_WEBSOCKET_VERSION).eq(["13"]) {
        return Err(upgrade_required(
            "Only version 13 of the WebSocket protocol is spoken here",
        ));
    }
    let mut keys = headers.get_all(SEC_WEBSOCKET_KEY).into_iter();
    match (keys.next().map(|key| key.to_str()), keys.next()) {
        (Some(Ok(key)), None) if is_key(key) => Ok(key),
        _ => Err(HttpException::new(
            HTTP_400_BAD_REQUEST,
            "`Sec-WebSocket-Key` has to be there once, as 16 bytes in base64",
        )),
    }
}

/// 16 bytes in base64: 22 letters, of which the last has four bits left over, and padding.
fn is_key(key: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    match key.as_bytes() {
        [letters @ .., last, b'=', b'='] => {
            letters.len() == 21 && letters.iter().copied().all(is_letter) && b"AQgw".contains(last)
        }
        _ => false,
    }
}

/// 426 names what to upgrade to (RFC 9110, section 15.5.22), and the version (RFC 6455, section 4.4).
fn upgrade_required(detail: &str) -> HttpException {
    HttpException::new(HTTP_426_UPGRADE_REQUIRED, detail)
        .header("connection", "upgrade")
        .header("upgrade", "websocket")
        .header("sec-websocket-version", "13")
}

/// A page of another site must not act for a user who is logged in here (RFC 6455, section 10.2).
fn check_origin(head: &RequestParts, allowed: &Origins) -> Result<(), HttpException> {
    let (Origins::Same(others), Some(origin)) = (allowed, head.headers.get(ORIGIN)) else {
        return Ok(());
    };
    let origin = origin.to_str().unwrap_or("null");
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_same = origin
        .parse::<Uri>()
        .is_ok_and(|uri| is_same_host(&uri, host.unwrap_or_default()));
    if is_same || others.iter().any(|other| other.eq_ignore_ascii_case(origin)) {
        return Ok(());
    }
    tracing::debug!(origin, "a page of another site asked for a WebSocket");
    let detail = "Pages of this origin may not open a WebSocket here";
    Err(HttpException::new(HTTP_403_FORBIDDEN, detail))
}

/// `Host` leaves out the port that the scheme has anyway, and so does `Origin`.
fn is_same_host(origin: &Uri, host: &str) -> bool {
    origin
        .authority()
        .is_some_and(|authority| authority.as_str().eq_ignore_ascii_case(host))
}

/// The members of a header that is a list (RFC 9110, section 5.6.1).
fn list<'head>(headers: &'head HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'head str> {
    let values = headers.get_all(name).into_iter();
    let texts = values.filter_map(|value| value.to_str().ok());
    texts
        .flat_map(|text| text.split(','))
        .map(str::trim_ascii)
        .filter(|member| !member.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_16_bytes_in_base64() {
        assert!(is_key("dGhlIHNhbXBsZSBub25jZQ=="));
        for wrong in [
            "",
            "dGhlIHNhbXBsZSBub25jZQ=",
            "dGhlIHNhbXBsZSBub25jZR==",
            "dGhlIHNhbXBsZSBub25jZQ==A",
            "dGhlIHNhbXBsZSBub2 jZQ==",
            "dGhlIHNhbXBsZSBub25jZQA=",
        ] {
            assert!(!is_key(wrong), "{wrong}");
        }
    }
}
