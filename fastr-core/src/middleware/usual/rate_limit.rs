//! Not more than so many requests.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use fastr_status::{HTTP_429_TOO_MANY_REQUESTS, StatusSet};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::HttpException;
use crate::middleware::{Middleware, Next};
use crate::request::{Client, Request};
use crate::response::Response;

/// After so many requests those are forgotten who have not come for long.
const FORGET_AFTER: u32 = 10_000;

/// Answers 429, with the time to wait in `Retry-After`, to whoever asks too often: a leaky bucket for each key.
///
/// ```
/// # use fastr_core::private::{App, RateLimitMiddleware, Request};
/// # use std::time::Duration;
/// fn api_key(request: &Request) -> String {
///     let key = request.headers().get("x-api-key");
///     key.and_then(|key| key.to_str().ok()).unwrap_or_default().to_owned()
/// }
///
/// // Ten at once, and then one every six seconds, for each key.
/// let limit = RateLimitMiddleware::new(10, Duration::from_secs(60)).by(api_key);
/// let app = App::of(module_path!()).add_middleware(limit);
/// ```
#[must_use]
pub struct RateLimitMiddleware {
    limiter: DefaultKeyedRateLimiter<String>,
    key: fn(&Request) -> String,
    asked: AtomicU32,
}

impl RateLimitMiddleware {
    /// So many requests in this time, of all clients together unless [`by`](Self::by) says who is who.
    ///
    /// # Panics
    ///
    /// When either is zero.
    #[track_caller]
    pub fn new(requests: u32, within: Duration) -> Self {
        let quota = NonZeroU32::new(requests)
            .and_then(|burst| Some(Quota::with_period(within.checked_div(requests)?)?.allow_burst(burst)));
        let Some(quota) = quota else {
            panic!(
                "RateLimitMiddleware: {requests} requests within {within:?} would let nobody in; give at least 1, and some time"
            );
        };
        Self {
            limiter: RateLimiter::keyed(quota),
            key: |_| String::new(),
            asked: AtomicU32::new(0),
        }
    }

    /// The same for each key by itself, which this function finds in the request.
    pub fn by(mut self, key: fn(&Request) -> String) -> Self {
        self.key = key;
        self
    }

    /// The same for each [`Client`], by its address: behind a proxy,
    /// [`App::trusted_proxies`](crate::private::App::trusted_proxies) has to name that, or all are one client. Of IPv6 the first 64
    /// bits count, since whoever has one address has all that begin with them. Those without an address share one limit.
    pub fn by_client(self) -> Self {
        self.by(client)
    }
}

fn client(request: &Request) -> String {
    match Client::of(request).address() {
        Some(IpAddr::V6(address)) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).to_string(),
        Some(address) => address.to_string(),
        None => String::new(),
    }
}

impl fmt::Debug for RateLimitMiddleware {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimitMiddleware").finish_non_exhaustive()
    }
}

impl Middleware for RateLimitMiddleware {
    fn statuses(&self) -> StatusSet {
        StatusSet::one(HTTP_429_TOO_MANY_REQUESTS)
    }

    fn name(&self) -> &'static str {
        "RateLimitMiddleware"
    }

    async fn answer(&'static self, request: Request, next: Next) -> Response {
        if self.asked.fetch_add(1, Ordering::Relaxed) % FORGET_AFTER == FORGET_AFTER - 1 {
            self.limiter.retain_recent();
        }
        match self.limiter.check_key(&(self.key)(&request)) {
            Ok(()) => next.run(request).await,
            Err(until) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                next.refuse(HttpException::too_many_requests(wait, "Too many requests"))
            }
        }
    }
}
