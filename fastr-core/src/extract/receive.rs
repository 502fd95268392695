//! The body, as far as it has to be there before the arguments are looked for.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use fastr_status::HTTP_413_CONTENT_TOO_LARGE;

use crate::body::{Body, BodyError, Collect, CollectError};
#[cfg(feature = "multipart")]
use crate::decode::{
    form::Form,
    multipart::{self, MultipartLimits, Unreadable},
};
use crate::error::HttpException;
use crate::request::{Payload, RequestParts};
#[cfg(feature = "multipart")]
use crate::route::BodyUse;
use crate::route::Parameter;

/// How much of a body is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The greatest body that is read into memory, in bytes.
    pub body: usize,
    /// The greatest body with files, in bytes.
    #[cfg(feature = "multipart")]
    pub upload: usize,
    /// What its parts may be.
    #[cfg(feature = "multipart")]
    pub parts: MultipartLimits,
}

impl Limits {
    /// What holds when nothing else was said.
    pub const DEFAULT: Self = Self {
        body: 2 * 1024 * 1024,
        #[cfg(feature = "multipart")]
        upload: 32 * 1024 * 1024,
        #[cfg(feature = "multipart")]
        parts: MultipartLimits::new(),
    };
}

/// Why the body is not there.
#[derive(Debug)]
pub enum NotReceived {
    /// It is not what it should be.
    Refused(HttpException),
    /// It ended before it was whole.
    Broken(BodyError),
}

/// The future of the body: all of its bytes, or a form that was read while it came.
pub enum Receive {
    /// All bytes, of which there may be so many.
    Whole(Collect, usize),
    /// A form with files.
    #[cfg(feature = "multipart")]
    Multipart(Pin<Box<dyn Future<Output = Result<Form, Unreadable>> + Send>>),
}

impl Receive {
    /// The body for these parameters.
    #[cfg_attr(
        not(feature = "multipart"),
        expect(unused_variables, reason = "only multipart asks what the body is")
    )]
    pub fn new(body: Body, head: &RequestParts, parameters: &[Parameter], limits: Limits) -> Self {
        #[cfg(feature = "multipart")]
        if Parameter::forms(parameters) > 0
            && let Some(boundary) = multipart::boundary(&head.headers)
        {
            return Self::multipart(body, boundary, parameters, limits);
        }
        Self::Whole(body.collect(limits.body), limits.body)
    }

    #[cfg(feature = "multipart")]
    fn multipart(
        body: Body,
        boundary: Result<String, Unreadable>,
        parameters: &[Parameter],
        limits: Limits,
    ) -> Self {
        let limit = if Parameter::files(parameters) > 0 {
            limits.upload
        } else {
            limits.body
        };
        let whole = parameters
            .iter()
            .filter(|parameter| parameter.body == BodyUse::Bytes);
        let whole = whole.map(|parameter| parameter.name).collect();
        let parts = limits.parts;
        Self::Multipart(Box::pin(async move {
            multipart::read(body, boundary?, limit, parts, whole).await
        }))
    }
}

impl Future for Receive {
    type Output = Result<Payload, NotReceived>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(match self.get_mut() {
            Self::Whole(collect, limit) => match ready!(Pin::new(collect).poll(cx)) {
                Ok(bytes) => Ok(Payload::Bytes(bytes)),
                Err(CollectError::Broken(error)) => Err(NotReceived::Broken(error)),
                Err(CollectError::TooLarge) => Err(NotReceived::Refused(HttpException::new(
                    HTTP_413_CONTENT_TOO_LARGE,
                    format!("The body is larger than {limit} bytes"),
                ))),
            },
            #[cfg(feature = "multipart")]
            Self::Multipart(reading) => match ready!(reading.as_mut().poll(cx)) {
                Ok(form) => Ok(Payload::Form(form)),
                Err(Unreadable::Broken(error)) => Err(NotReceived::Broken(error)),
                Err(Unreadable::Refused(refusal)) => Err(NotReceived::Refused(refusal)),
            },
        })
    }
}
