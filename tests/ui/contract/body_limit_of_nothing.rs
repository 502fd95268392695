use fastr::{model, post};

#[model]
struct Item {
    name: String,
}

#[post("/items", body_limit = 0)]
async fn create_item(item: Item) -> Item {
    item
}

fn main() {}
