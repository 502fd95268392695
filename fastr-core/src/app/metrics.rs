//! What is counted of requests, as Prometheus reads it
//! (<https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format>).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::Method;

use crate::handler::Manner;
use crate::route::{Method as Known, Operation, template};

/// The media type of the text.
pub const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The upper ends of the durations that are told apart, in microseconds, each as text in seconds.
const BUCKETS: [(u64, &str); 10] = [
    (500, "0.0005"),
    (1_000, "0.001"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (50_000, "0.05"),
    (100_000, "0.1"),
    (500_000, "0.5"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (10_000_000, "10"),
];

/// What was counted. It is behind a lock, which only a program that counts has to pay.
pub struct Metrics {
    /// Where it is served.
    pub path: String,
    all: Mutex<BTreeMap<Labels, Series>>,
}

/// A method that is not one of HTTP's, and a path that no operation has, are one each: a client cannot make as many as it likes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Labels {
    route: String,
    method: &'static str,
    status: u16,
}

#[derive(Default)]
struct Series {
    count: u64,
    microseconds: u64,
    /// How many took as long as this, and no longer.
    buckets: [u64; BUCKETS.len()],
}

impl Metrics {
    pub fn new(path: String) -> Self {
        Self {
            path,
            all: Mutex::default(),
        }
    }

    /// Counts a request that was answered.
    pub fn count(&self, method: &Method, operation: Option<&Operation>, status: u16, took: Duration) {
        let labels = Labels {
            route: operation
                .map(|operation| template(operation.path))
                .unwrap_or_default(),
            method: Known::of(method).map_or("other", Known::name),
            status,
        };
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all.entry(labels).or_default();
        series.count += 1;
        series.microseconds = series.microseconds.saturating_add(took);
        for (bucket, (end, _)) in series.buckets.iter_mut().zip(BUCKETS) {
            *bucket += u64::from(took <= end);
        }
    }

    /// All of it as text.
    pub fn text(&self, manner: &Manner) -> String {
        let mut text = String::new();
        // Writing to a text does not fail.
        let _ = self.write(&mut text, manner);
        text
    }

    fn write(&self, text: &mut String, manner: &Manner) -> std::fmt::Result {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        title(
            text,
            "fastr_requests_total",
            "counter",
            "Requests that were answered.",
        )?;
        for (labels, series) in all.iter() {
            writeln!(
                text,
                "fastr_requests_total{{{}}} {}",
                labels.text()?,
                series.count
            )?;
        }
        let name = "fastr_request_duration_seconds";
        title(
            text,
            name,
            "histogram",
            "Time until the head of the response was there.",
        )?;
        for (labels, series) in all.iter() {
            let labels = labels.text()?;
            for (count, (_, end)) in series.buckets.iter().zip(BUCKETS) {
                writeln!(text, "{name}_bucket{{{labels},le=\"{end}\"}} {count}")?;
            }
            writeln!(text, "{name}_bucket{{{labels},le=\"+Inf\"}} {}", series.count)?;
            let (seconds, rest) = (series.microseconds / 1_000_000, series.microseconds % 1_000_000);
            writeln!(text, "{name}_sum{{{labels}}} {seconds}.{rest:06}")?;
            writeln!(text, "{name}_count{{{labels}}} {}", series.count)?;
        }
        let breaches = manner.breaches.load(Ordering::Relaxed);
        title(
            text,
            "fastr_contract_breaches_total",
            "counter",
            "Statuses that were not declared.",
        )?;
        writeln!(text, "fastr_contract_breaches_total {breaches}")?;
        let panics = manner.panics.load(Ordering::Relaxed);
        title(
            text,
            "fastr_panics_total",
            "counter",
            "Panics of operations and middleware.",
        )?;
        writeln!(text, "fastr_panics_total {panics}")
    }
}

impl Labels {
    fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        write!(text, "method=\"{}\",route=\"", self.method)?;
        for letter in self.route.chars() {
            match letter {
                '\\' | '"' => write!(text, "\\{letter}")?,
                _ => text.push(letter),
            }
        }
        write!(text, "\",status=\"{}\"", self.status)?;
        Ok(text)
    }
}

fn title(text: &mut String, name: &str, kind: &str, help: &str) -> std::fmt::Result {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}")
}
