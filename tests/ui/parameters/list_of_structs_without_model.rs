use fastr::post;

struct Item {
    name: String,
}

#[post("/items")]
async fn create_items(_items: Vec<Item>) {}

fn main() {}
