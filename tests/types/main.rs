//! Types beyond numbers and text: read from every place, refused in FastAPI's words, written and documented.

mod alike;
mod keys;
mod places;
mod recorded;
mod tuples;
mod wide;

use fastr::{App, TestClient, TestResponse};
use serde_json::Value;

/// A client of the operations of one module.
fn client(module: &'static str) -> TestClient {
    TestClient::new(App::of(module))
}

/// What is wrong in an answer: each kind with its place.
fn mistakes(response: &TestResponse) -> Vec<(String, String)> {
    let body: Value = response.json();
    let all = body["detail"].as_array().expect("a list of mistakes").iter();
    all.map(|mistake| {
        let kind = mistake["type"].as_str().expect("a kind").to_owned();
        (kind, mistake["loc"].to_string())
    })
    .collect()
}
