//! A function on the pool for blocking work, with arguments that are owned and lent.
#![deny(warnings)]

use fastr::{RequestParts, ResponseParts, get, model, post};

#[model]
struct Item {
    name: String,
}

#[get("/items", blocking)]
fn list_items() -> Vec<Item> {
    Vec::new()
}

#[post("/items", blocking, status_code = 201, responses(202 = "Later"))]
fn create_item(head: &RequestParts, parts: &mut ResponseParts, item: Item) -> Item {
    if head.uri.query().is_some() {
        parts.set_status(202);
    }
    item
}

fn main() {}
