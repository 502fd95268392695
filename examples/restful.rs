//! The statuses of a small REST service: 200, 201, 204, and 403, 404, 422 for what goes wrong.
//!
//! Follows FastAPI's pages "Response Status Code" and "Handling Errors". `cargo run --example restful`, then
//! `curl -i -X POST 'localhost:8000/items?name=Lamp'` and `curl -i localhost:8000/items/1`.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fastr::{App, HttpException, delete, get, model, post, status};

/// An item and the number it is kept under.
#[model]
struct Item {
    item_id: u64,
    name: String,
}

static NAMES: Mutex<BTreeMap<u64, String>> = Mutex::new(BTreeMap::new());

fn names() -> MutexGuard<'static, BTreeMap<u64, String>> {
    NAMES.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_such_item() -> HttpException {
    HttpException::new(status::HTTP_404_NOT_FOUND, "Item not found")
}

/// List the items.
#[get("/items")]
async fn list_items() -> Vec<Item> {
    let item = |(&item_id, name): (&u64, &String)| Item {
        item_id,
        name: name.clone(),
    };
    names().iter().map(item).collect()
}

/// Create an item.
#[post("/items", status_code = status::HTTP_201_CREATED, raises(422))]
async fn create_item(name: String) -> Result<Item, HttpException> {
    if name.is_empty() {
        let status = status::HTTP_422_UNPROCESSABLE_CONTENT;
        return Err(HttpException::new(status, "Name is required"));
    }
    let mut names = names();
    let item_id = names.last_key_value().map_or(1, |(last, _)| last + 1);
    names.insert(item_id, name.clone());
    Ok(Item { item_id, name })
}

/// Read one item.
#[get("/items/{item_id}", raises(404))]
async fn read_item(item_id: u64) -> Result<Item, HttpException> {
    let name = names().get(&item_id).cloned().ok_or_else(no_such_item)?;
    Ok(Item { item_id, name })
}

/// Delete an item.
#[delete("/items/{item_id}", status_code = status::HTTP_204_NO_CONTENT, raises(404))]
async fn delete_item(item_id: u64) -> Result<(), HttpException> {
    names().remove(&item_id).map(drop).ok_or_else(no_such_item)
}

/// Delete a user, which only an administrator may.
#[delete("/admin/users/{user_id}", status_code = status::HTTP_204_NO_CONTENT, raises(403))]
async fn delete_user(user_id: u64, is_admin: Option<bool>) -> Result<(), HttpException> {
    if is_admin == Some(true) {
        println!("user {user_id} is gone");
        Ok(())
    } else {
        let status = status::HTTP_403_FORBIDDEN;
        Err(HttpException::new(status, "Admin access required"))
    }
}

fn main() -> fastr::Result {
    App::new().title("RESTful Status Codes").run()
}
