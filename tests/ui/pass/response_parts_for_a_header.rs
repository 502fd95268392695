//! A handler that sets a header has no other status to declare.

use fastr::{ResponseParts, TestClient, get};

#[get("/items")]
async fn list_items(response: &mut ResponseParts) -> Vec<String> {
    response.set_header("x-total-count", "0");
    Vec::new()
}

fn main() {
    let client = TestClient::new(fastr::App::new());
    assert_eq!(client.get("/items").send().header("x-total-count"), Some("0"));
}
