//! Examples for the readers of the document: of a model, of a field, of a body, of a parameter.
//!
//! Follows FastAPI's page "Declare Request Example Data". `cargo run --example declare_request_example`, then open
//! the address with `/docs`, or `curl localhost:8000/openapi.json`; and
//! `curl -X PUT localhost:8000/plants/3 --json '{"name": "Fern", "height": 0.4}'`.

use fastr::{App, get, model, post, put};
use serde_json::json;

/// A plant. The examples of a model are values of it, so that they cannot become wrong unnoticed.
#[model(examples(Plant { name: "Fern".to_owned(), height: 0.4, shade: true }))]
struct Plant {
    name: String,
    /// In metres.
    height: f64,
    #[field(default = false)]
    shade: bool,
}

/// A bed: here every field has examples of its own.
#[model]
struct Bed {
    /// How it is called.
    #[field(examples("Behind the shed", "By the gate"))]
    name: String,
    #[field(gt = 0, examples(4))]
    rows: u8,
    /// What grows there.
    #[field(default, examples(json!(["Fern", "Moss"])))]
    plants: Vec<String>,
}

/// Put a plant somewhere: the example is that of the model.
#[put("/plants/{place}")]
async fn put_plant(#[path(examples(3, 14))] place: u32, plant: Plant) -> String {
    format!("{} at {place}", plant.name)
}

/// Make a bed: each field shows its own.
#[post("/beds/")]
async fn make_bed(bed: Bed) -> Bed {
    bed
}

/// Order a plant: the examples are of this body alone, and one that is refused may be among them.
#[post("/orders/")]
async fn order(
    #[body(
        description = "What should be delivered",
        examples(json!({ "name": "Moss", "height": 0.1 }), json!({ "name": "Moss", "height": "small" }))
    )]
    plant: Plant,
) -> Plant {
    plant
}

/// Search for plants: parameters have examples too.
#[get("/plants/")]
async fn search(#[query(examples("fern", "moss"))] q: Option<String>) -> Vec<String> {
    q.into_iter().collect()
}

fn main() -> fastr::Result {
    App::new().title("Declare Request Example Data").run()
}
