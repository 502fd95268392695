use fastr::{model, post};

const MOST: u64 = 1_048_576;

#[model]
struct Item {
    name: String,
}

#[post("/items", body_limit = MOST)]
async fn create_item(item: Item) -> Item {
    item
}

fn main() {}
