use fastr::post;

#[post("/items", status_code = "Created")]
async fn create_item() {}

fn main() {}
