//! State that is made before the first request, shared by all of them, and put away after the last.
//!
//! Follows FastAPI's page "Lifespan Events". `cargo run --example lifespan_events`, then
//! `curl 'localhost:8000/predict?x=21'`, and ctrl-c.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fastr::{App, get};

/// Something that takes its time to load, and is then only read.
struct Model {
    factor: f64,
}

/// Something that changes.
#[derive(Default)]
struct Visits(AtomicU64);

async fn load_model() -> io::Result<Model> {
    // `FACTOR=x` shows what a failure looks like.
    let text = std::env::var("FACTOR").unwrap_or_else(|_| "2".to_owned());
    let factor = text.parse();
    factor.map(|factor| Model { factor }).map_err(|_| {
        io::Error::other(format!(
            "FACTOR is `{text}`, which is no number; give one such as 2"
        ))
    })
}

async fn unload_model(model: Arc<Model>) -> Result<(), Infallible> {
    println!("the model with the factor {} is unloaded", model.factor);
    Ok(())
}

/// What the model makes of a number.
#[get("/predict")]
async fn predict(x: f64, #[state] model: &Model, #[state] visits: &Visits) -> f64 {
    visits.0.fetch_add(1, Ordering::Relaxed);
    x * model.factor
}

/// How often it was asked.
#[get("/visits")]
async fn count(#[state] visits: &Visits) -> String {
    format!("{} visits", visits.0.load(Ordering::Relaxed))
}

fn main() -> fastr::Result {
    App::new()
        .title("Lifespan Events")
        .lifespan(load_model, unload_model)
        .state(Visits::default())
        .run()
}
