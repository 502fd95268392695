//! A request that is watched: its span, its line in the log, and what is counted of it.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use http::{Method, Uri};
use tracing::field::Empty;
use tracing::{Level, Span};

use super::Service;
use super::answered::Answered;
use crate::request::{Client, Peer, Request};
use crate::response::Response;
use crate::route::{Operation, as_written};

/// The target of the line that is logged for each request.
const ACCESS: &str = "fastr::access";

/// The header in which the id of a request goes, if something gives it one.
const REQUEST_ID: &str = "x-request-id";

/// Whether somebody wants to know of each request. A look at one number, where nothing is logged at all.
#[inline]
pub fn is_logged() -> bool {
    tracing::enabled!(target: ACCESS, Level::INFO)
}

/// The answer to a request that is watched.
pub struct Observed {
    answer: Answered,
    service: Service,
    method: Method,
    uri: Uri,
    client: Client,
    start: Instant,
    span: Span,
    logged: bool,
    #[cfg(feature = "metrics")]
    metrics: Option<&'static super::metrics::Metrics>,
}

impl Observed {
    /// The answer that is made while it is watched.
    pub fn new(request: Request, (service, peer): (Service, Peer), client: Client, logged: bool) -> Self {
        let (method, uri, start) = (request.method().clone(), request.uri().clone(), Instant::now());
        let span = if logged {
            tracing::info_span!(
                target: ACCESS,
                "request",
                %method,
                path = uri.path(),
                client = %client,
                route = Empty,
                status = Empty,
                duration = Empty,
                request_id = Empty,
            )
        } else {
            Span::none()
        };
        let answer = span.in_scope(|| service.unwatched(request, peer));
        Self {
            answer,
            service,
            method,
            uri,
            client,
            start,
            span,
            logged,
            #[cfg(feature = "metrics")]
            metrics: None,
        }
    }

    /// The same, counted.
    #[cfg(feature = "metrics")]
    pub fn counted(mut self, metrics: Option<&'static super::metrics::Metrics>) -> Self {
        self.metrics = metrics;
        self
    }

    /// The operation whose answer it is.
    pub fn operation(&self) -> Option<&'static Operation> {
        self.answer.operation()
    }

    /// The operation that was reached, or that would have been if nothing before it had refused the request.
    fn meant(&self) -> Option<&'static Operation> {
        let reached = self.answer.reached();
        reached.or_else(|| self.service.meant(&self.method, self.uri.path()))
    }

    /// Says what came of it. The query is left out: secrets stand in some.
    fn tell(&self, meant: Option<&Operation>, response: &Response) {
        let route = meant.map(|operation| as_written(operation.path));
        let (status, duration) = (response.status().as_u16(), self.start.elapsed());
        let id = response.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok());
        self.span.record("route", route.as_deref());
        self.span.record("status", status);
        self.span.record("duration", tracing::field::debug(duration));
        self.span.record("request_id", id);
        tracing::info!(
            target: ACCESS,
            parent: None,
            client = %self.client,
            route,
            request_id = id,
            duration = ?duration,
            "{} {} {status}",
            self.method,
            self.uri.path(),
        );
    }
}

impl Future for Observed {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let this = self.get_mut();
        let polled = this.span.in_scope(|| Pin::new(&mut this.answer).poll(cx));
        let response = ready!(polled);
        let meant = this.meant();
        if this.logged {
            this.tell(meant, &response);
        }
        #[cfg(feature = "metrics")]
        if let Some(metrics) = this.metrics {
            let status = response.status().as_u16();
            metrics.count(&this.method, meant, status, this.start.elapsed());
        }
        Poll::Ready(response)
    }
}
