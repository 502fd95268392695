//! One form for every error, another for arguments that are not valid, and 400 in the place of 422.
//!
//! Follows "Override the default exception handlers" on FastAPI's page "Handling Errors". `cargo run --example exception_handlers`,
//! then `curl -i localhost:8000/nowhere`, `curl -i localhost:8000/items/3`, `curl -i -X DELETE localhost:8000/items/3` and
//! `curl -i -H 'content-type: application/json' -d '{"title": "towel", "size": "XL"}' localhost:8000/items`.

use fastr::{App, ErrorReport, Exceptions, HttpException, get, model, post};
use serde_json::Value;

/// What is said of every error.
#[model]
struct Problem {
    code: u16,
    message: Value,
}

fn problem(error: &ErrorReport) -> Problem {
    Problem {
        code: error.status(),
        message: error.detail().clone(),
    }
}

/// What is said of arguments that are not valid.
#[model]
struct Invalid {
    detail: Value,
    /// What was sent.
    body: Option<Value>,
}

fn invalid(error: &ErrorReport) -> Invalid {
    Invalid {
        detail: error.detail().clone(),
        body: error.body(),
    }
}

/// Something to take along.
#[model]
struct Item {
    title: String,
    size: i64,
}

/// Create an item.
#[post("/items")]
async fn create_item(item: Item) -> Item {
    item
}

/// Read an item.
#[get("/items/{item_id}", raises(418))]
async fn read_item(item_id: u32) -> Result<Item, HttpException> {
    if item_id == 3 {
        return Err(HttpException::new(418, "Nope! I don't like 3."));
    }
    Ok(Item {
        title: "towel".to_owned(),
        size: item_id.into(),
    })
}

fn main() -> fastr::Result {
    App::new()
        .title("Exception Handlers")
        .validation_status(400)
        .exception_handler(Exceptions::Every, problem)
        .exception_handler(Exceptions::Validation, invalid)
        .run()
}
