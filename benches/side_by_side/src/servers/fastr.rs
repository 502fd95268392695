//! fastr.

use std::io;

use fastr::{App, PlainText, get, model, post};

#[model]
struct Found {
    item_id: u64,
    q: Option<String>,
    limit: u32,
}

#[model]
struct Item {
    #[field(min_length = 1, max_length = 50)]
    name: String,
    #[field(gt = 0.0)]
    price: f64,
    #[field(default)]
    tags: Vec<String>,
}

#[get("/plaintext")]
async fn plaintext() -> PlainText<&'static str> {
    PlainText("Hello, World!")
}

#[get("/items/{item_id}")]
async fn read_item(
    item_id: u64,
    q: Option<String>,
    #[query(default = 10, ge = 1, le = 100)] limit: u32,
) -> Found {
    Found { item_id, q, limit }
}

#[post("/items", status_code = 201)]
async fn create_item(item: Item) -> Item {
    item
}

/// Serves with `App::run`, as any program does; it finds the port in the environment.
pub fn serve(_: u16) -> io::Result<()> {
    App::new()
        .run()
        .map_err(|error| io::Error::other(error.to_string()))
}
