use fastr::{Request, post};

#[post("/items")]
async fn create_item(_first: Request, _second: Request) {}

fn main() {}
