//! The body, as far as it has to be there before the arguments are looked for.

use std::pin::Pin;
#[cfg(feature = "multipart")]
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use fastr_status::HTTP_413_CONTENT_TOO_LARGE;
use tokio::time::{Sleep, sleep};

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
    /// The greatest target of a request, in bytes.
    pub uri_length: usize,
    /// How long a body may pause or crawl.
    pub body_timeout: Duration,
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
        uri_length: 8 * 1024,
        body_timeout: Duration::from_secs(30),
        body: 2 * 1024 * 1024,
        #[cfg(feature = "multipart")]
        upload: 32 * 1024 * 1024,
        #[cfg(feature = "multipart")]
        parts: MultipartLimits::new(),
    };

    /// The same with a body of at most so many bytes, files included, if an operation says that.
    #[must_use]
    pub fn within(mut self, body: Option<usize>) -> Self {
        if let Some(bytes) = body {
            self.body = bytes;
            #[cfg(feature = "multipart")]
            {
                self.upload = bytes;
            }
        }
        self
    }
}

/// How many bytes of a body have to come in a second, on average.
const LEAST_RATE: u64 = 240;

/// Why the body is not there.
#[derive(Debug)]
pub enum NotReceived {
    /// It is not what it should be.
    Refused(HttpException),
    /// It ended before it was whole.
    Broken(BodyError),
    /// Too little of it came for too long.
    Slow,
}

/// The future of the body: all of its bytes, or a form that was read while it came.
pub struct Receive {
    reading: Reading,
    time: Duration,
    /// Set when the body had to be waited for, with what had arrived then.
    alarm: Option<(Pin<Box<Sleep>>, u64)>,
}

enum Reading {
    /// All bytes, of which there may be so many.
    Whole(Collect, usize),
    /// A form with files, and how much of it has arrived.
    #[cfg(feature = "multipart")]
    Multipart(Multipart, Arc<AtomicU64>),
}

#[cfg(feature = "multipart")]
type Multipart = Pin<Box<dyn Future<Output = Result<Form, Unreadable>> + Send>>;

impl Receive {
    /// The body for these parameters.
    pub fn new(body: Body, head: &RequestParts, parameters: &[Parameter], limits: Limits) -> Self {
        Self {
            reading: Reading::new(body, head, parameters, limits),
            time: limits.body_timeout,
            alarm: None,
        }
    }

    /// Whether too little has come since this was last asked. The first time that the body has to be waited for, an alarm is
    /// set, and every time that it rings.
    #[cold]
    fn is_slow(&mut self, cx: &mut Context<'_>) -> bool {
        let arrived = self.reading.arrived();
        let (alarm, before) = self
            .alarm
            .get_or_insert_with(|| (Box::pin(sleep(self.time)), arrived));
        while alarm.as_mut().poll(cx).is_ready() {
            if arrived - *before < LEAST_RATE.saturating_mul(self.time.as_secs()).max(1) {
                return true;
            }
            *before = arrived;
            *alarm = Box::pin(sleep(self.time));
        }
        false
    }
}

impl Future for Receive {
    type Output = Result<Payload, NotReceived>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        match this.reading.poll(cx) {
            Poll::Pending if this.is_slow(cx) => Poll::Ready(Err(NotReceived::Slow)),
            polled => polled,
        }
    }
}

impl Reading {
    #[cfg_attr(
        not(feature = "multipart"),
        expect(unused_variables, reason = "only multipart asks what the body is")
    )]
    fn new(body: Body, head: &RequestParts, parameters: &[Parameter], limits: Limits) -> Self {
        #[cfg(feature = "multipart")]
        if Parameter::forms(parameters) > 0
            && let Some(boundary) = multipart::boundary(&head.headers)
        {
            return Self::multipart(body, boundary, parameters, limits);
        }
        Self::Whole(body.collect(limits.body), limits.body)
    }

    /// How many bytes have come.
    fn arrived(&self) -> u64 {
        match self {
            Self::Whole(collect, _) => collect.len() as u64,
            #[cfg(feature = "multipart")]
            Self::Multipart(_, arrived) => arrived.load(Ordering::Relaxed),
        }
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
        let arrived = Arc::new(AtomicU64::new(0));
        let body = body.counted(arrived.clone());
        let reading = async move { multipart::read(body, boundary?, limit, parts, whole).await };
        Self::Multipart(Box::pin(reading), arrived)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Payload, NotReceived>> {
        Poll::Ready(match self {
            Self::Whole(collect, limit) => match ready!(Pin::new(collect).poll(cx)) {
                Ok(bytes) => Ok(Payload::Bytes(bytes)),
                Err(CollectError::Broken(error)) => Err(NotReceived::Broken(error)),
                Err(CollectError::TooLarge) => Err(NotReceived::Refused(HttpException::new(
                    HTTP_413_CONTENT_TOO_LARGE,
                    format!("The body is larger than {limit} bytes"),
                ))),
            },
            #[cfg(feature = "multipart")]
            Self::Multipart(reading, _) => match ready!(reading.as_mut().poll(cx)) {
                Ok(form) => Ok(Payload::Form(form)),
                Err(Unreadable::Broken(error)) => Err(NotReceived::Broken(error)),
                Err(Unreadable::Refused(refusal)) => Err(NotReceived::Refused(refusal)),
            },
        })
    }
}
