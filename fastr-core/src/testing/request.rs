//! A request, while it is put together.

use std::fmt::Display;
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use http::header::HOST;
use http::{HeaderMap, HeaderValue, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{TestClient, TestResponse, agreement};
use crate::app::seen;
use crate::body::Body;
use crate::header::header;
use crate::request::{Peer, Request};
use crate::route::{Anything, Method as RouteMethod, Operation, Segment, TypedOperation};

/// What may stand in a segment of a path or in a query as it is (RFC 3986, section 2.3).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where a request comes from when nothing else is said.
const SHOWN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 50_000);

/// A request that is being put together; to an operation, if that is known.
pub struct TestRequest<'client, O = Anything> {
    pub(super) client: &'client TestClient,
    method: Method,
    path: String,
    captured: Vec<(&'static str, String)>,
    query: String,
    headers: HeaderMap,
    pub(super) peer: Peer,
    body: Body,
    operation: PhantomData<O>,
}

impl<'client, O: TypedOperation> TestRequest<'client, O> {
    pub(super) fn new(client: &'client TestClient, method: Method, path: String) -> Self {
        Self {
            client,
            method,
            path,
            captured: Vec::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            peer: Peer {
                address: Some(SHOWN),
                ..Peer::default()
            },
            body: Body::empty(),
            operation: PhantomData,
        }
    }

    /// The request with the value of a parameter in the path of the operation that is called.
    #[must_use]
    pub fn path(mut self, name: &'static str, value: impl Display) -> Self {
        self.captured.push((name, value.to_string()));
        self
    }

    /// The request with one more parameter in its query.
    #[must_use]
    pub fn query(mut self, name: &str, value: impl Display) -> Self {
        let separator = if self.query.is_empty() && !self.path.contains('?') {
            '?'
        } else {
            '&'
        };
        let (name, value) = (escaped(name), escaped(&value.to_string()));
        self.query = format!("{}{separator}{name}={value}", self.query);
        self
    }

    /// The request with one more header. Without a `host` it is for `testserver`, as in FastAPI.
    ///
    /// # Panics
    ///
    /// When the name or the value cannot stand in an HTTP header.
    #[track_caller]
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = header(name, value);
        self.headers.append(name, value);
        self
    }

    /// The request from this address, such as `"203.0.113.7"` or `"[2001:db8::7]:4711"`, or from `"unix"`, a Unix socket; from
    /// `127.0.0.1:50000` when not said. What [`Client`](crate::private::Client) makes of it depends on the proxies that are trusted.
    ///
    /// # Panics
    ///
    /// When it is no address.
    #[track_caller]
    #[must_use]
    pub fn peer(mut self, address: &str) -> Self {
        let with_port = || Some(SocketAddr::new(address.parse().ok()?, SHOWN.port()));
        self.peer.address = match address.parse().ok().or_else(with_port) {
            None if address != "unix" => {
                panic!(
                    "`{address}` is no address; give one such as `203.0.113.7` or `203.0.113.7:4711`, or `unix`"
                )
            }
            address => address,
        };
        self
    }

    /// The request over TLS.
    #[must_use]
    pub fn https(mut self) -> Self {
        self.peer.is_secure = true;
        self
    }

    /// The request with a JSON body.
    ///
    /// # Panics
    ///
    /// When the value cannot be JSON.
    #[track_caller]
    #[must_use]
    pub fn json<T: Serialize + ?Sized>(self, value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(text) => self.header("content-type", "application/json").body(text),
            Err(error) => panic!("the body cannot be JSON: {error}"),
        }
    }

    /// The request with a body, and no content type.
    #[must_use]
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends the request, reads the whole response, and waits until the background tasks are done.
    ///
    /// # Panics
    ///
    /// When the path is no URI reference, or has a parameter that was not given; when an operation answers with a status
    /// that it does not declare, or otherwise than its document says; when the body of the response breaks off; or inside an
    /// async runtime: the client has its own.
    #[track_caller]
    pub fn send(self) -> TestResponse<O> {
        let client = self.client;
        let (method, peer) = (self.method.clone(), self.peer);
        let request = self.into_request();
        let (meant, style) = (
            client.service.meant(request.method(), request.uri().path()),
            client.service.errors(),
        );
        let (operation, head, body) = client.runtime.block_on(async {
            let mut answer = client.service.answer_to(peer, request);
            let (head, body) = (&mut answer).await.into_parts();
            let operation = answer.operation();
            let body = body.collect(usize::MAX).await;
            client.service.unfinished().none().await;
            (operation, head, body)
        });
        let body = match body {
            Ok(body) => body,
            Err(error) => panic!("the body of the response broke off: {error:?}"),
        };
        let response = TestResponse::new(head.status.as_u16(), head.headers, body, style);
        if let Some(operation) = operation
            && client.compares
            && method != Method::HEAD
        {
            agreement::assert(operation, style, &response);
        }
        // A middleware may have answered in the place of the operation, with what stands in the document of that.
        if let Some(operation) = operation.or(meant) {
            note(&method, operation, response.status());
        }
        response
    }

    #[track_caller]
    pub(super) fn into_request(self) -> Request {
        let path = O::OPERATION.map_or(self.path, |operation| filled(operation, &self.captured));
        let built = http::Request::builder()
            .method(self.method)
            .uri(format!("{path}{}", self.query))
            .body(self.body);
        match built {
            Ok(mut request) => {
                *request.headers_mut() = self.headers;
                request
                    .headers_mut()
                    .entry(HOST)
                    .or_insert(HeaderValue::from_static("testserver"));
                request
            }
            Err(error) => panic!("`{path}` cannot be requested: {error}"),
        }
    }
}

/// The path of an operation with these values in it.
#[track_caller]
fn filled(operation: &Operation, captured: &[(&str, String)]) -> String {
    let value = |wanted: &str| match captured.iter().find(|(name, _)| *name == wanted) {
        Some((_, value)) => value,
        None => panic!(
            "`{}` has `{wanted}` in its path; give it one with `.path(\"{wanted}\", …)`",
            operation.name
        ),
    };
    let pieces = operation.path.iter().map(|segment| match segment {
        Segment::Literal(text) => (*text).to_owned(),
        Segment::Parameter(name) => escaped(value(name)),
        Segment::CatchAll(name) => {
            let pieces = value(name).split('/').map(escaped);
            pieces.collect::<Vec<_>>().join("/")
        }
    });
    pieces.collect()
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Notes what was seen, where the tests are asked to.
#[track_caller]
pub(super) fn note(method: &Method, operation: &Operation, status: u16) {
    let Some(file) = std::env::var_os(seen::FILE) else {
        return;
    };
    // HEAD is answered by the operation for GET.
    let method = RouteMethod::of(method).filter(|method| operation.methods.contains(method));
    let line = seen::line(method.unwrap_or(RouteMethod::Get), operation, status);
    if let Err(error) = seen::note(file.as_ref(), &line) {
        let file = file.display();
        panic!(
            "{file} cannot be written: {error}; let the variable {} name a file",
            seen::FILE
        );
    }
}
