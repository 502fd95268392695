use fastr::{RequestParts, get};

#[get("/items")]
async fn list_items<'a>(_parts: &'a RequestParts) {}

fn main() {}
