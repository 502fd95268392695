use fastr::{ResponseParts, get};

#[get("/items")]
async fn list_items(_parts: &mut ResponseParts) -> Vec<String> {
    Vec::new()
}

fn main() {}
