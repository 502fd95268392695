//! Values that are sent while they are made, each as a line of JSON.
//!
//! Follows FastAPI's page "Stream JSON Lines". `cargo run --example stream_json_lines`, then
//! `curl -N localhost:8000/items/stream`.

use fastr::{App, JsonLines, get, model, stream};

/// Something on sale.
#[model]
struct Item {
    name: String,
    description: Option<String>,
}

/// All items, one after the other.
#[get("/items/stream")]
async fn stream_items() -> JsonLines<Item> {
    JsonLines::new(stream(|mut out| async move {
        for (name, description) in [
            ("Plumbus", Some("A multi-purpose household device.")),
            ("Portal Gun", None),
        ] {
            let (name, description) = (name.to_owned(), description.map(str::to_owned));
            out.send(Item { name, description }).await;
        }
    }))
}

fn main() -> fastr::Result {
    App::new().title("Stream JSON Lines").run()
}
