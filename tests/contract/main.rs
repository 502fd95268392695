//! The status contract: what is declared is what is sent is what is documented.

#![allow(clippy::needless_pass_by_value, reason = "an operation owns what it is given")]

mod api_error;
mod client;
mod declared;
mod envelope;
mod responses;
mod routes;
mod shorthands;
#[path = "../support/mod.rs"]
mod support;

use fastr::App;
use serde_json::{Map, Value};

/// The responses of an operation in the document of a module.
#[track_caller]
fn documented(app: &App, method: &str, path: &str) -> Map<String, Value> {
    let document = app.openapi().expect("the document");
    let responses = &document["paths"][path][method]["responses"];
    responses.as_object().expect("the operation is there").clone()
}

/// The statuses of an operation in the document, in their order.
#[track_caller]
fn statuses(app: &App, method: &str, path: &str) -> Vec<String> {
    documented(app, method, path).keys().cloned().collect()
}
