//! A shop with items in memory: list, create, read, replace, delete.
//!
//! `cargo run --example shop`, then open the address that it prints.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fastr::{ApiError, App, delete, get, model, post, put, status};

/// Something on sale.
#[model]
#[derive(Clone)]
struct Item {
    /// What it is called.
    #[field(min_length = 1, max_length = 50)]
    name: String,
    /// What it costs.
    #[field(gt = 0.0)]
    price: f64,
    /// Words to find it by.
    #[field(default)]
    tags: Vec<String>,
}

/// An item and the number it is kept under.
#[model]
struct Stored {
    item_id: u64,
    item: Item,
}

/// No item is kept under this number.
#[derive(Debug, ApiError)]
#[status(404, "Item not found")]
struct NotFound;

static ITEMS: Mutex<BTreeMap<u64, Item>> = Mutex::new(BTreeMap::new());

fn items() -> MutexGuard<'static, BTreeMap<u64, Item>> {
    ITEMS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// List the items, those with a word in their name if one is given.
#[get("/items", tags = ["items"])]
async fn list_items(q: Option<String>) -> Vec<Stored> {
    let wanted = q.unwrap_or_default();
    let items = items();
    let found = items.iter().filter(|(_, item)| item.name.contains(&wanted));
    found
        .map(|(&item_id, item)| Stored {
            item_id,
            item: item.clone(),
        })
        .collect()
}

/// Create an item.
#[post("/items", status_code = 201, tags = ["items"])]
async fn create_item(item: Item) -> Stored {
    let mut items = items();
    let item_id = items.last_key_value().map_or(1, |(last, _)| last + 1);
    items.insert(item_id, item.clone());
    Stored { item_id, item }
}

/// Read one item.
#[get("/items/{item_id}", tags = ["items"])]
async fn read_item(item_id: u64) -> Result<Item, NotFound> {
    items().get(&item_id).cloned().ok_or(NotFound)
}

/// Replace an item.
#[put("/items/{item_id}", tags = ["items"])]
async fn replace_item(item_id: u64, item: Item) -> Result<Item, NotFound> {
    let mut items = items();
    let place = items.get_mut(&item_id).ok_or(NotFound)?;
    *place = item.clone();
    Ok(item)
}

/// Delete an item.
#[delete("/items/{item_id}", status_code = status::HTTP_204_NO_CONTENT, tags = ["items"])]
async fn delete_item(item_id: u64) -> Result<(), NotFound> {
    items().remove(&item_id).map(drop).ok_or(NotFound)
}

fn main() -> fastr::Result {
    App::new().title("Shop").run()
}
