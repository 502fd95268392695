use fastr::post;

#[post("/items", status_code = true)]
async fn create_item() {}

fn main() {}
