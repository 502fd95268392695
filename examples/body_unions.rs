//! Bodies that are one of several models: told apart by a key, by the only key, or by what fits first.
//!
//! Follows FastAPI's page "Extra Models", where it comes to unions. `cargo run --example body_unions`, then
//! `curl localhost:8000/vehicles/ --json '{"kind": "truck", "load": 7.5}'`,
//! `curl localhost:8000/vehicles/ --json '{"kind": "sledge"}'` and `curl localhost:8000/loads/ --json '"empty"'`.

use fastr::{App, model, post};

/// A car.
#[model]
struct Car {
    #[field(ge = 1, le = 9)]
    seats: u8,
}

/// A truck.
#[model]
struct Truck {
    /// In tons.
    #[field(gt = 0.0)]
    load: f64,
}

/// A vehicle: `kind` says which one.
#[model]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Vehicle {
    Car(Car),
    Truck(Truck),
    /// A bicycle, of which nothing else is known.
    Bicycle,
}

/// A sign on a vehicle, told apart by its form alone: the first that fits is taken.
#[model]
#[serde(untagged)]
enum Sign {
    Number(u32),
    Text(String),
    Painted { picture: String },
}

/// What is carried: the only key says what it is.
#[model]
#[serde(rename_all = "lowercase")]
enum Load {
    Empty,
    Sand(f64),
    Parcels(Vec<String>),
}

/// Let a vehicle in.
#[post("/vehicles/")]
async fn let_in(vehicle: Vehicle) -> Vehicle {
    vehicle
}

/// Let several in at once.
#[post("/convoys/")]
async fn let_all_in(vehicles: Vec<Vehicle>) -> Vec<Vehicle> {
    vehicles
}

/// Put a sign on.
#[post("/signs/")]
async fn put_on(sign: Sign) -> Sign {
    sign
}

/// Take a load.
#[post("/loads/")]
async fn take_load(load: Load) -> Load {
    load
}

fn main() -> fastr::Result {
    App::new().title("Unions").run()
}
