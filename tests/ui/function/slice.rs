use fastr::post;

#[post("/items")]
async fn create_items(_names: &[String]) {}

fn main() {}
