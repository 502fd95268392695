use fastr::{get, model};

#[model]
struct Item {
    name: String,
}

#[get("/items/{item}")]
async fn read_item(item: Item) -> Item {
    item
}

fn main() {}
