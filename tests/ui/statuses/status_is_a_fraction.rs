use fastr::post;

#[post("/items", status_code = 201.0)]
async fn create_item() {}

fn main() {}
