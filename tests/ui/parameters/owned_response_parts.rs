use fastr::{ResponseParts, get};

#[get("/items", responses(404 = "None"))]
async fn list_items(_parts: ResponseParts) {}

fn main() {}
