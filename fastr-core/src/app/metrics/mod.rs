//! What is counted of requests, and the text in which Prometheus reads it.
//!
//! Each thread counts for itself, so that no core waits for another; only who reads the text goes over all of it.

mod series;
mod text;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Method};

use super::pages::plain;
use super::refused::Refusals;
use crate::error::{Place, StartupError};
use crate::handler::Manner;
use crate::route::{Method as Known, Operation, as_written};
use crate::router::{Content, Page, Router};
use series::{Counted, Series, mine};

/// What was counted.
pub struct Metrics {
    /// Where it is served.
    path: String,
    /// Where that was said.
    asked: Place,
    /// What each thread counts, by what. The lock is taken when a thread counts something for the first time, and by who reads.
    all: Mutex<BTreeMap<Labels, Vec<Arc<Series>>>>,
}

/// A method that is not one of HTTP's, and a path that no operation has, are one each: a client cannot make as many as it likes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Labels {
    route: String,
    method: &'static str,
    status: u16,
}

impl Metrics {
    /// Nothing is counted yet. What is counted later is served at this path, as this place of the source wants it.
    pub fn new(path: String, asked: Place) -> Self {
        Self {
            path,
            asked,
            all: Mutex::default(),
        }
    }

    /// Counts a request that was answered.
    pub fn count(
        &'static self,
        method: &Method,
        operation: Option<&'static Operation>,
        status: u16,
        took: Duration,
    ) {
        let counted = Counted {
            of: std::ptr::from_ref(self).addr(),
            operation: operation.map_or(0, |operation| std::ptr::from_ref(operation).addr()),
            method: Known::of(method),
            status,
        };
        mine(counted, || self.begin(counted.method, operation, status), took);
    }

    /// What a thread counts a kind of request in, which it has not seen before.
    #[cold]
    fn begin(&self, method: Option<Known>, operation: Option<&Operation>, status: u16) -> Arc<Series> {
        let labels = Labels {
            route: operation
                .map(|operation| as_written(operation.path))
                .unwrap_or_default(),
            method: method.map_or("other", Known::name),
            status,
        };
        let series = Arc::<Series>::default();
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(labels).or_default().push(series.clone());
        series
    }

    /// The router with the text besides.
    ///
    /// # Errors
    ///
    /// When the path has parameters, or an operation answers there.
    pub fn page(&'static self, router: Router, refusals: Arc<Refusals>) -> Result<Router, StartupError> {
        let media_type = HeaderValue::from_static(text::MEDIA_TYPE);
        let page = Page {
            headers: HeaderMap::from_iter([(CONTENT_TYPE, media_type)]),
            content: Content::Made(Box::new(move |manner| self.text(manner, &refusals).into())),
        };
        router.with_page(&plain(self.path.clone())?, page, self.asked)
    }

    /// All of it as text.
    fn text(&self, manner: &Manner, refusals: &Refusals) -> String {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let sums = all.iter().map(|(labels, series)| (labels, Series::sum(series)));
        text::text(&sums.collect::<Vec<_>>(), manner, refusals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_threads_count_is_one_sum() {
        let metrics: &'static Metrics =
            Box::leak(Box::new(Metrics::new("/metrics".to_owned(), Place::here())));
        let other: &'static Metrics = Box::leak(Box::new(Metrics::new("/others".to_owned(), Place::here())));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for took in [0, 500, 501, 10_000_000, 10_000_001] {
                        metrics.count(&Method::GET, None, 404, Duration::from_micros(took));
                    }
                    other.count(&Method::GET, None, 404, Duration::ZERO);
                });
            }
        });
        let all = metrics.all.lock().unwrap_or_else(PoisonError::into_inner);
        let sums: Vec<_> = all.values().map(|series| Series::sum(series)).collect();
        assert_eq!(sums.len(), 1);
        assert_eq!(sums[0].took, [8, 4, 0, 0, 0, 0, 0, 0, 0, 4, 4]);
        assert_eq!(sums[0].microseconds, 4 * 20_001_002);
        assert_eq!(
            all.values().next().map(Vec::len),
            Some(4),
            "each thread has its own"
        );
    }
}
