use fastr::{model, post};

#[model]
struct Item {
    name: String,
}

#[post("/items")]
async fn create_item(item: Item, #[form] token: String) -> String {
    item.name + &token
}

fn main() {}
