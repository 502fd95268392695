use fastr::post;

#[post(status_code = 201, "/items")]
async fn create_item() {}

fn main() {}
