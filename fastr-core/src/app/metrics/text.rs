//! What was counted, as Prometheus reads it
//! (<https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format>).

use std::fmt::{Result, Write};
use std::sync::atomic::Ordering;

use super::Labels;
use super::series::{BUCKETS, Sum};
use crate::app::refused::Refusals;
use crate::handler::Manner;

/// The media type of the text.
pub const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// All of it as text.
pub fn text(all: &[(&Labels, Sum)], manner: &Manner, refusals: &Refusals) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = write(&mut text, all, manner).and_then(|()| refused(&mut text, refusals));
    text
}

fn write(text: &mut String, all: &[(&Labels, Sum)], manner: &Manner) -> Result {
    let name = "fastr_requests_total";
    title(text, name, "counter", "Requests that were answered.")?;
    for (labels, sum) in all {
        writeln!(text, "{name}{{{}}} {}", labels.text()?, sum.count())?;
    }
    let name = "fastr_request_duration_seconds";
    let help = "Time until the head of the response was there.";
    title(text, name, "histogram", help)?;
    for (labels, sum) in all {
        histogram(text, name, &labels.text()?, sum)?;
    }
    let name = "fastr_contract_breaches_total";
    let breaches = manner.undeclared();
    title(
        text,
        name,
        "counter",
        "Statuses and close codes that were not declared.",
    )?;
    writeln!(text, "{name} {breaches}")?;
    let name = "fastr_background_tasks";
    let unfinished = manner.common.state.unfinished().count();
    title(text, name, "gauge", "Background tasks that are not done.")?;
    writeln!(text, "{name} {unfinished}")?;
    let name = "fastr_panics_total";
    let panics = manner.panics.load(Ordering::Relaxed);
    title(text, name, "counter", "Panics of operations and middleware.")?;
    writeln!(text, "{name} {panics}")
}

fn refused(text: &mut String, refusals: &Refusals) -> Result {
    let name = "fastr_connections_refused_total";
    let help = "Connections that were refused or cut for what their peers did.";
    title(text, name, "counter", help)?;
    for (reason, count) in refusals.counts() {
        writeln!(text, "{name}{{reason=\"{reason}\"}} {count}")?;
    }
    Ok(())
}

/// Each bucket has those before it as well.
fn histogram(text: &mut String, name: &str, labels: &str, sum: &Sum) -> Result {
    let mut count = 0;
    let ends = BUCKETS.iter().map(|(_, end)| *end).chain(["+Inf"]);
    for (more, end) in sum.took.iter().zip(ends) {
        count += more;
        writeln!(text, "{name}_bucket{{{labels},le=\"{end}\"}} {count}")?;
    }
    let (seconds, rest) = (sum.microseconds / 1_000_000, sum.microseconds % 1_000_000);
    writeln!(text, "{name}_sum{{{labels}}} {seconds}.{rest:06}")?;
    writeln!(text, "{name}_count{{{labels}}} {count}")
}

impl Sum {
    fn count(&self) -> u64 {
        self.took.iter().sum()
    }
}

impl Labels {
    fn text(&self) -> std::result::Result<String, std::fmt::Error> {
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

fn title(text: &mut String, name: &str, kind: &str, help: &str) -> Result {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}")
}
