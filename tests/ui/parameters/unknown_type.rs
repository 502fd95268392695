use fastr::post;

#[post("/items")]
async fn create_item(_item: Item) {}

fn main() {}
