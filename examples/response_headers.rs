//! Headers on a response.
//!
//! Follows FastAPI's page "Response Headers". `cargo run --example response_headers`, then
//! `curl -i localhost:8000/headers-and-object`.

use fastr::{App, JsonResponse, ResponseParts, WithHeaders, get, model};

#[model]
struct Message {
    message: String,
}

fn hello() -> Message {
    Message {
        message: "Hello World".to_owned(),
    }
}

/// A header on the response to come.
#[get("/headers-and-object")]
async fn get_headers(response: &mut ResponseParts) -> Message {
    response.set_header("x-cat-dog", "alone in the world");
    hello()
}

/// Headers on the value.
#[get("/headers")]
async fn get_headers_on_the_value() -> WithHeaders<Message> {
    WithHeaders::new(hello())
        .header("x-cat-dog", "alone in the world")
        .header("content-language", "en-US")
}

/// Headers on a response that is made directly.
#[get("/direct", responses(200 = "With a header"))]
async fn get_headers_directly() -> JsonResponse<Message> {
    JsonResponse::new(hello()).header("content-language", "en-US")
}

fn main() -> fastr::Result {
    App::new().title("Response Headers").run()
}
