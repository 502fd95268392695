use fastr::post;

const CREATED: &str = "201";

#[post("/items", status_code = CREATED)]
async fn create_item() {}

fn main() {}
