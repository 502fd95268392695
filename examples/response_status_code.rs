//! The status of an operation, as a number and as a constant.
//!
//! Follows FastAPI's page "Response Status Code". `cargo run --example response_status_code`, then
//! `curl -i -X POST 'localhost:8000/items/?name=Foo'`.

use fastr::{App, model, post, status};

/// A thing with a name.
#[model]
struct Named {
    name: String,
}

/// Create an item: the status is a number.
#[post("/items/", status_code = 201)]
async fn create_item(name: String) -> Named {
    Named { name }
}

/// Create a thing: the status is a constant, which says in words what the number means.
#[post("/things/", status_code = status::HTTP_201_CREATED)]
async fn create_thing(name: String) -> Named {
    Named { name }
}

fn main() -> fastr::Result {
    App::new().title("Response Status Code").run()
}
