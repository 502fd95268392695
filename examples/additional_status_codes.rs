//! Two successes: 200 for an item that was changed, 201 for one that is new. Both are in the document.
//!
//! Follows FastAPI's page "Additional Status Codes". `cargo run --example additional_status_codes`, then
//! `curl -i -X PUT localhost:8000/items/baz --json '{"name": "Drum", "size": 5}'`.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use fastr::{App, Responses, model, put, status};

/// What is kept of an item.
#[model]
#[derive(Clone)]
struct Item {
    name: Option<String>,
    size: Option<u32>,
}

type Items = BTreeMap<String, Item>;

static ITEMS: LazyLock<Mutex<Items>> = LazyLock::new(|| {
    let item = |name: &str, size| Item {
        name: Some(name.to_owned()),
        size: Some(size),
    };
    let known = [("foo", item("Fiddle", 3)), ("bar", item("Bassoon", 8))];
    Mutex::new(known.map(|(item_id, item)| (item_id.to_owned(), item)).into())
});

/// What came of it.
#[derive(Responses)]
enum Upserted {
    /// The item was there, and has been changed.
    #[status(status::HTTP_200_OK)]
    Changed(Item),
    /// The item is new.
    #[status(status::HTTP_201_CREATED, headers("location" = "/items/{item_id}"))]
    Created {
        #[body]
        item: Item,
        item_id: String,
    },
}

/// Change an item, or create it.
#[put("/items/{item_id}")]
async fn upsert_item(item_id: String, item: Item) -> Upserted {
    let mut items = ITEMS.lock().unwrap_or_else(PoisonError::into_inner);
    let was_there = items.insert(item_id.clone(), item.clone()).is_some();
    if was_there {
        Upserted::Changed(item)
    } else {
        Upserted::Created { item, item_id }
    }
}

fn main() -> fastr::Result {
    App::new().title("Additional Status Codes").run()
}
