//! A JSON body as a model, alone and beside values from the path and the query.
//!
//! Follows FastAPI's page "Request Body". `cargo run --example request_body`, then
//! `curl localhost:8000/boats/ --json '{"name": "Swift", "length": 7.5, "crew": 2}'` and
//! `curl -X PUT 'localhost:8000/boats/3?harbour=north' --json '{"name": "Swift", "length": "long"}'`, which is refused.

use fastr::{App, model, post, put};

/// A boat. What is an `Option` may be left out.
#[model]
struct Boat {
    name: String,
    remarks: Option<String>,
    /// From stem to stern, in metres.
    length: f64,
    crew: Option<u8>,
}

/// A boat and what its berth costs.
#[model]
struct Berth {
    boat: Boat,
    fee: f64,
}

/// A boat that was registered anew.
#[model]
struct Entry {
    number: u32,
    harbour: Option<String>,
    boat: Boat,
}

/// Say what a berth costs: the fields of the body are the fields of the model.
#[post("/boats/")]
async fn register(boat: Boat) -> Berth {
    let guests = boat.crew.unwrap_or(1);
    // JSON has no infinity.
    let fee = (boat.length * 4.0 + f64::from(guests)).clamp(f64::MIN, f64::MAX);
    Berth { boat, fee }
}

/// Register a boat anew: its number is in the path, the harbour in the query, all else in the body.
#[put("/boats/{number}")]
async fn register_anew(number: u32, boat: Boat, harbour: Option<String>) -> Entry {
    Entry {
        number,
        harbour,
        boat,
    }
}

/// Leave a note at the pier: a body may be left out as a whole.
#[post("/notes/")]
async fn leave_note(boat: Option<Boat>) -> String {
    boat.map_or_else(
        || "a blank note".to_owned(),
        |boat| format!("a note for the {}", boat.name),
    )
}

fn main() -> fastr::Result {
    App::new().title("Request Body").run()
}
