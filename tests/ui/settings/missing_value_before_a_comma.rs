use fastr::post;

#[post("/items", status_code = , deprecated)]
async fn create_item() {}

fn main() {}
