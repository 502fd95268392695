//! `cfg` below the attribute: what is switched off is not asked for, and the same name can stand there twice.
#![deny(warnings)]

use fastr::{get, model};

#[get("/items")]
#[cfg(any())]
async fn list_items(missing: NoSuchType) -> NoSuchType {
    missing
}

#[get("/items")]
#[cfg(all())]
async fn list_items() -> Vec<Item> {
    Vec::new()
}

#[model]
#[cfg(any())]
struct Item {
    price: NoSuchType,
}

#[model]
#[cfg(all())]
struct Item {
    name: String,
}

fn main() {}
