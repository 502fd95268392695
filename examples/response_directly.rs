//! A response that is made by hand and sent as it is.
//!
//! Follows FastAPI's page "Return a Response Directly". `cargo run --example response_directly`, then
//! `curl -i -X PUT localhost:8000/items/1`.

use fastr::{App, Body, JsonResponse, Response, get, model, put};

#[model]
struct Item {
    title: String,
    description: Option<String>,
}

/// JSON with a status that is chosen when it is made.
#[put("/items/{id}", responses(200 = "Replaced", 201 = "Created"))]
async fn upsert_item(id: u32, item: Item) -> JsonResponse<Item> {
    JsonResponse::new(item).status(if id == 1 { 200 } else { 201 })
}

/// Anything at all, as the `http` crate has it.
#[get("/legacy", responses(200 = "As it always was", 418 = "On the first of April"))]
async fn legacy(april: Option<bool>) -> Response {
    let mut response = Response::new(Body::from("<shampoo/>"));
    if april == Some(true) {
        *response.status_mut() = http::StatusCode::IM_A_TEAPOT;
    }
    let xml = http::HeaderValue::from_static("application/xml");
    response.headers_mut().insert(http::header::CONTENT_TYPE, xml);
    response
}

fn main() -> fastr::Result {
    App::new().title("Return a Response Directly").run()
}
