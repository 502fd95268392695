//! Every group of lints denied: generated code gives no warning.
#![deny(
    warnings,
    missing_docs,
    unused,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    unused_qualifications,
    single_use_lifetimes,
    unreachable_pub,
    trivial_casts,
    trivial_numeric_casts,
    missing_debug_implementations,
    unused_lifetimes,
    let_underscore_drop
)]
#![forbid(unsafe_code)]

use fastr::{HttpException, get, model, post, status};

/// Something on sale.
#[model]
#[derive(Debug)]
struct Item {
    #[field(min_length = 1, max_length = 50, pattern = "^[^ ]")]
    name: String,
    #[field(gt = 0.0, default = 1.0)]
    price: f64,
    #[field(default)]
    tags: Vec<String>,
    maker: Option<Maker>,
}

/// Who made it.
#[model]
#[derive(Debug)]
struct Maker {
    name: String,
}

/// Create an item.
#[post("/items", status_code = 201)]
async fn create_item(item: Item) -> Item {
    item
}

/// Read an item.
#[get("/items/{item_id}", raises(status::HTTP_404_NOT_FOUND))]
async fn read_item(item_id: u64, q: Option<String>) -> Result<Item, HttpException> {
    let detail = format!("no {item_id} {q:?}");
    std::future::ready(()).await;
    Err(HttpException::new(404, detail))
}

/// An operation that should no longer be used, nor called.
#[get("/old", deprecated)]
#[deprecated]
async fn old() {}

fn main() {}
