use fastr::{model, post};

#[model]
struct Item {
    name: String,
}

#[post("/items")]
async fn create_item(Item { name }: Item) -> String {
    name
}

fn main() {}
