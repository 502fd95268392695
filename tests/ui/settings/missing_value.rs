use fastr::post;

#[post("/items", status_code = )]
async fn create_item() {}

fn main() {}
