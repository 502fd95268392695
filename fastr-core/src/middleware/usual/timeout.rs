//! An end to waiting.

use std::time::Duration;

use fastr_status::{HTTP_504_GATEWAY_TIMEOUT, StatusSet};

use crate::error::HttpException;
use crate::middleware::{Middleware, Next};
use crate::request::Request;
use crate::response::Response;

/// Answers 504 where the head of the response takes longer than this. What was being waited for is dropped; what runs on the pool for
/// blocking work goes on, and nobody hears of it.
///
/// ```
/// # use fastr_core::private::{App, TimeoutMiddleware};
/// # use std::time::Duration;
/// let app = App::of(module_path!()).add_middleware(TimeoutMiddleware::new(Duration::from_secs(30)));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct TimeoutMiddleware {
    limit: Duration,
    status: u16,
}

impl TimeoutMiddleware {
    /// One that waits for so long.
    pub fn new(limit: Duration) -> Self {
        Self {
            limit,
            status: HTTP_504_GATEWAY_TIMEOUT,
        }
    }

    /// The same with another status, such as 503.
    ///
    /// # Panics
    ///
    /// When the status is not one of an error, that is outside 400..=599.
    #[track_caller]
    pub fn status(mut self, status: u16) -> Self {
        assert!(
            matches!(status, 400..=599),
            "TimeoutMiddleware: {status} is no error; use a status from 400 to 599"
        );
        self.status = status;
        self
    }
}

impl Middleware for TimeoutMiddleware {
    fn statuses(&self) -> StatusSet {
        StatusSet::one(self.status)
    }

    fn name(&self) -> &'static str {
        "TimeoutMiddleware"
    }

    async fn answer(&'static self, request: Request, next: Next) -> Response {
        match tokio::time::timeout(self.limit, next.run(request)).await {
            Ok(response) => response,
            Err(_) => next.refuse(HttpException::new(self.status, "The answer took too long")),
        }
    }
}
