//! A layer of tower as a step.

use std::any::Any;
use std::fmt::Display;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use fastr_status::HTTP_500_INTERNAL_SERVER_ERROR;
use http_body::{Body as HttpBody, Frame, SizeHint};

use super::{Later, Next, Step};
use crate::body::{Body, BodyError};
use crate::error::HttpException;
use crate::request::Request;
use crate::response::Response;

/// What a layer made of what is behind it.
pub struct TowerStep<S> {
    pub service: S,
    pub next: Next,
}

impl<S, B> Step for TowerStep<S>
where
    S: tower_service::Service<Request, Response = http::Response<B>, Error: Display, Future: Send>
        + Clone
        + Send
        + Sync
        + 'static,
    B: HttpBody<Data = Bytes, Error: Into<BodyError>> + Send + 'static,
{
    fn answer(&'static self, request: Request) -> Later {
        // A service is ready for one who asked it, so each request asks one of its own.
        let mut service = self.service.clone();
        Box::pin(async move {
            let ready = poll_fn(|cx| service.poll_ready(cx)).await;
            if let Err(response) = ready.map_err(|error| failed(&error, self.next)) {
                return response;
            }
            let answered = service.call(request).await;
            answered.map_or_else(|error| failed(&error, self.next), |response| response.map(body))
        })
    }
}

/// A connection is not broken off for a layer that fails.
fn failed(error: &impl Display, next: Next) -> Response {
    tracing::error!(%error, "a layer failed");
    next.refuse(HttpException::of(HTTP_500_INTERNAL_SERVER_ERROR))
}

/// A body as fastr has it; one that is not another is not put into a box.
fn body<B>(body: B) -> Body
where
    B: HttpBody<Data = Bytes, Error: Into<BodyError>> + Send + 'static,
{
    let mut body = Some(body);
    if let Some(same) = (&mut body as &mut dyn Any).downcast_mut::<Option<Body>>() {
        return same.take().unwrap_or_default();
    }
    body.map_or_else(Body::empty, |body| Body::stream(Foreign(Box::pin(body))))
}

/// A body of somebody else's.
struct Foreign<B>(Pin<Box<B>>);

impl<B: HttpBody<Data = Bytes, Error: Into<BodyError>>> HttpBody for Foreign<B> {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let polled = self.0.as_mut().poll_frame(cx);
        polled.map(|frame| frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}
