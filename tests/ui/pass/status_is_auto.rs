//! The word `auto`: 201 for a POST with a body, 204 for a DELETE without one, 200 otherwise.
#![deny(warnings)]

use fastr::{delete, get, model, post};

#[model]
struct Item {
    name: String,
}

#[get("/items", status_code = auto)]
async fn list_items() -> Vec<Item> {
    Vec::new()
}

#[post("/items", status_code = auto)]
async fn create_item(item: Item) -> Item {
    item
}

#[delete("/items/{item_id}", status_code = auto)]
async fn delete_item(item_id: u64) {
    let _ = item_id;
}

fn main() {}
