//! One type that is returned by one operation and raised by another.
#![deny(warnings)]

use fastr::{ApiError, Responses, get};

#[derive(Debug, ApiError, Responses)]
enum Closed {
    #[status(503, "closed until {until}", headers("retry-after" = "{until}"))]
    Until { until: u32 },
}

#[get("/returned")]
fn returned() -> Closed {
    Closed::Until { until: 7 }
}

#[get("/raised")]
fn raised() -> Result<String, Closed> {
    Err(Closed::Until { until: 7 })
}

fn main() {}
