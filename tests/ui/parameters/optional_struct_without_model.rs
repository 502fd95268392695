use fastr::post;

struct Item {
    name: String,
}

#[post("/items")]
async fn create_item(_item: Option<Item>) {}

fn main() {}
