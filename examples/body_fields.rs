//! What is asked of each field of a body, and what the document says of it.
//!
//! Follows FastAPI's page "Body - Fields". `cargo run --example body_fields`, then
//! `curl -X PUT localhost:8000/jams/7 --json '{"jam": {"fruit": "plum", "sugar": 0.4, "jars": 6}}'` and
//! `curl -X PUT localhost:8000/jams/7 --json '{"jam": {"fruit": "", "sugar": 1.5, "jars": 7, "best_before": 1999}}'`,
//! which tells all that is wrong at once.

use std::collections::BTreeSet;

use fastr::{App, model, put};

fn are_different(spices: &[String]) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    match spices.iter().find(|spice| !seen.insert(*spice)) {
        Some(twice) => Err(format!("{twice} is in it twice")),
        None => Ok(()),
    }
}

/// A jam.
#[model]
struct Jam {
    /// What it is made of.
    #[field(min_length = 1, max_length = 30, pattern = "^[a-z ]*$")]
    fruit: String,
    /// Where the fruit grew.
    #[field(title = "Origin of the fruit", max_length = 100)]
    origin: Option<String>,
    /// The part of sugar.
    #[field(gt = 0.0, lt = 1.0, examples(0.33, 0.5))]
    sugar: f64,
    #[field(ge = 1, multiple_of = 6, default = 6)]
    jars: u32,
    #[field(ge = 2000)]
    best_before: Option<u16>,
    /// A rule of one's own looks at these.
    #[field(max_items = 3, validate = are_different, default)]
    spices: Vec<String>,
    /// As it was written on the lid in former times.
    #[field(deprecated)]
    lid: Option<String>,
}

/// A jam in its place.
#[model]
struct Shelved {
    shelf: u8,
    jam: Jam,
}

/// Put a jam on a shelf.
#[put("/jams/{shelf}")]
async fn shelve(shelf: u8, #[body(embed)] jam: Jam) -> Shelved {
    Shelved { shelf, jam }
}

fn main() -> fastr::Result {
    App::new().title("Body - Fields").run()
}
