use fastr::post;

#[post("/items", status_code = automatic)]
async fn create_item() {}

fn main() {}
