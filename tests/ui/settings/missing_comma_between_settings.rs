use fastr::post;

#[post("/items", status_code = 201 deprecated)]
async fn create_item() {}

fn main() {}
