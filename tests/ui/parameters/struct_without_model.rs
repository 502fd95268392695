use fastr::post;

struct Item {
    name: String,
}

#[post("/items")]
async fn create_item(_item: Item) {}

fn main() {}
