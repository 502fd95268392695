//! Types beyond numbers and text: identifiers, points in time, durations, money, addresses.
//!
//! Each is read from the path, the query and the body alike, checked, and told in the document by its format.
//!
//! `cargo run --example extra_data_types`, then open the address that it prints.

use std::collections::BTreeMap;
use std::net::IpAddr;

use fastr::{App, EmailAddress, HttpUrl, get, model, put};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use uuid::Uuid;

/// When a job runs, and who is told of it.
#[model]
struct Plan {
    /// Not before this.
    start: Timestamp,
    /// Not after this.
    end: Timestamp,
    /// Each day again, at this time.
    repeat_at: Option<Time>,
    /// How long it waits when its turn has come.
    process_after: SignedDuration,
    /// What a run may cost.
    #[field(ge = 0)]
    budget: Decimal,
    /// Who is told.
    contact: EmailAddress,
    /// Where the result is sent.
    callback: Option<HttpUrl>,
}

/// A job with what follows from its plan.
#[model]
struct Job {
    id: Uuid,
    /// When it begins to work.
    begin: Timestamp,
    /// How long it may work.
    duration: SignedDuration,
    plan: Plan,
}

/// Plan a job.
#[put("/jobs/{job_id}")]
async fn plan_job(job_id: Uuid, plan: Plan) -> Job {
    let begin = plan.start + plan.process_after;
    let duration = plan.end.duration_since(begin);
    Job {
        id: job_id,
        begin,
        duration,
        plan,
    }
}

/// List the days from one to another.
#[get("/days")]
async fn days(from: Date, to: Date) -> Vec<Date> {
    from.series(jiff::Span::new().days(1))
        .take_while(|day| *day <= to)
        .collect()
}

/// Count the calls of each address by the hour.
#[put("/calls")]
async fn count_calls(#[body] calls: BTreeMap<IpAddr, Vec<(u8, u64)>>) -> BTreeMap<u8, u64> {
    let mut hours = BTreeMap::new();
    for (hour, count) in calls.into_values().flatten() {
        let so_far: &mut u64 = hours.entry(hour).or_default();
        *so_far = so_far.saturating_add(count);
    }
    hours
}

fn main() -> fastr::Result {
    App::new().title("Jobs").run()
}
