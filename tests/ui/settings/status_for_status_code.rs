use fastr::post;

#[post("/items", status = 201)]
async fn create_item() {}

fn main() {}
