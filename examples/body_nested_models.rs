//! Models within models, lists and sets and maps of them, and bodies that are no objects.
//!
//! Follows FastAPI's page "Body - Nested Models". `cargo run --example body_nested_models`, then
//! `curl localhost:8000/routes/ --json '{"name": "Lake", "stages": [{"from": {"name": "A"}, "to": {"name": "B"}}]}'`
//! and `curl localhost:8000/weather/ --json '{"A": 3.5, "B": "cold"}'`, which says where it is wrong.

use std::collections::{BTreeMap, BTreeSet};

use fastr::{App, model, post};

/// A place on the map.
#[model]
struct Place {
    #[field(min_length = 1)]
    name: String,
    /// Metres above the sea.
    height: Option<i16>,
}

/// What one walks in a day.
#[model]
struct Stage {
    from: Place,
    to: Place,
    /// What is on the way, by its kind.
    #[field(default)]
    sights: BTreeMap<String, Vec<Place>>,
}

/// A route of several days.
#[model]
struct Route {
    name: String,
    /// Words to find it by, each once.
    #[field(default)]
    tags: BTreeSet<String>,
    /// In the order in which they are walked.
    #[field(min_items = 1)]
    stages: Vec<Stage>,
    shelter: Option<Place>,
}

/// Enter a route.
#[post("/routes/")]
async fn enter_route(route: Route) -> Route {
    route
}

/// Enter several places: the body is a list.
#[post("/places/")]
async fn enter_places(places: Vec<Place>) -> Vec<String> {
    places.into_iter().map(|place| place.name).collect()
}

/// Enter the weather: the body is an object with any keys, and numbers under them.
#[post("/weather/")]
async fn enter_weather(degrees: BTreeMap<String, f64>) -> BTreeMap<String, f64> {
    degrees
}

fn main() -> fastr::Result {
    App::new().title("Body - Nested Models").run()
}
