use fastr::post;

#[post("/items", status_code = -1)]
async fn create_item() {}

fn main() {}
