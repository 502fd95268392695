use fastr::{post, status};

#[post("/items", status_code = status::HTTP_201_CRATED)]
async fn create_item() {}

fn main() {}
