//! Values behind the `?`: with a default, optional, required, and beside values in the path.
//!
//! Follows FastAPI's page "Query Parameters". `cargo run --example query_parameters`, then
//! `curl 'localhost:8000/birds?skip=1&limit=1'`, `curl 'localhost:8000/birds/wren?song=yes'` and
//! `curl localhost:8000/birds/wren/sightings`, which lacks a value.

use fastr::{App, get, model};

const BIRDS: [&str; 4] = ["wren", "robin", "heron", "crane"];

/// A page of the list. A parameter that is not in the path is in the query.
#[get("/birds")]
async fn list_birds(#[query(default = 0)] skip: usize, #[query(default = 10)] limit: usize) -> Vec<String> {
    let page = BIRDS.iter().skip(skip).take(limit);
    page.map(|&bird| bird.to_owned()).collect()
}

/// What is told of a bird.
#[model]
struct Portrait {
    name: String,
    ring: Option<String>,
    song: Option<String>,
}

/// Show a bird: `ring` may be left out, and `song` is on for `1`, `true`, `on` and `yes`.
#[get("/birds/{name}")]
async fn read_bird(name: String, ring: Option<String>, #[query(default = false)] song: bool) -> Portrait {
    let song = song.then(|| format!("the song of the {name}"));
    Portrait { name, ring, song }
}

/// Where and when to look.
#[model]
struct Search {
    name: String,
    place: String,
    from_hour: u8,
    days: Option<u16>,
}

/// Look for a bird: `place` must be given, `from_hour` has a default, and `days` may be left out.
#[get("/birds/{name}/sightings")]
async fn find_sightings(
    name: String,
    place: String,
    #[query(default = 6)] from_hour: u8,
    days: Option<u16>,
) -> Search {
    Search {
        name,
        place,
        from_hour,
        days,
    }
}

fn main() -> fastr::Result {
    App::new().title("Query Parameters").run()
}
