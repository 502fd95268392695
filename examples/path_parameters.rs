//! Values in the path: a number, a text, one of a few names, and all the rest of a path.
//!
//! Follows FastAPI's page "Path Parameters". `cargo run --example path_parameters`, then
//! `curl localhost:8000/rooms/7`, `curl localhost:8000/rooms/seven`, `curl localhost:8000/planets/mars` and
//! `curl localhost:8000/drawers/maps/1880/coast.png`.

use fastr::{App, get, model};

/// A room of the museum.
#[model]
struct Room {
    number: u16,
    floor: u16,
}

/// The planets that are on show.
#[model]
#[serde(rename_all = "lowercase")]
#[derive(Clone, Copy)]
enum Planet {
    Venus,
    Mars,
    Saturn,
}

/// What is told of a planet.
#[model]
struct Label {
    planet: Planet,
    moons: u16,
}

/// Show a room. What is no number from 0 to 65535 is refused.
#[get("/rooms/{number}")]
async fn read_room(number: u16) -> Room {
    let floor = number / 100;
    Room { number, floor }
}

/// Show the room where a visit begins: a path without a parameter goes first, wherever it stands in the source.
#[get("/rooms/first")]
async fn read_first_room() -> Room {
    Room { number: 1, floor: 0 }
}

/// Greet a visitor by name.
#[get("/visitors/{name}/greeting")]
async fn greet(name: String) -> String {
    format!("Welcome, {name}")
}

/// Tell of a planet. The document lists the names that can stand in the path.
#[get("/planets/{planet}")]
async fn read_planet(planet: Planet) -> Label {
    let moons = match planet {
        Planet::Venus => 0,
        Planet::Mars => 2,
        Planet::Saturn => 274,
    };
    Label { planet, moons }
}

/// Find a sheet in the drawers: `:path` takes the slashes too.
#[get("/drawers/{sheet:path}")]
async fn read_sheet(sheet: String) -> Vec<String> {
    sheet.split('/').map(str::to_owned).collect()
}

fn main() -> fastr::Result {
    App::new().title("Path Parameters").run()
}
