use fastr::post;

#[post("/items", status_code = "201")]
async fn create_item() {}

fn main() {}
