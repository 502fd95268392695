use fastr::post;

#[post("/items", status_code = 2010)]
async fn create_item() {}

fn main() {}
