use fastr::{model, post};

#[model]
struct Item {
    name: String,
}

#[post("/items", body_limit = "1 MiB")]
async fn create_item(item: Item) -> Item {
    item
}

fn main() {}
