use fastr::{model, post};

#[model]
struct Item {
    name: String,
}

#[post("/items", responses(201 = "Created"))]
fn create_item(item: Item) -> Item {
    item
}

fn main() {}
