use fastr::post;

#[post("/items")]
async fn create_item<T>(_item: T) {}

fn main() {}
