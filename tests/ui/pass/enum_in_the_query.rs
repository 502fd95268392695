//! An enum with `#[model]` in the query, optional in the query, and in the path.
#![deny(warnings)]

use fastr::{get, model};

#[model]
enum Order {
    Ascending,
    Descending,
}

#[get("/items/{order}")]
async fn list_items(order: Order, then: Order, last: Option<Order>) -> Vec<Order> {
    [Some(order), Some(then), last].into_iter().flatten().collect()
}

fn main() {}
