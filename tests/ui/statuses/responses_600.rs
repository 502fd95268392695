use fastr::{Response, get};

#[get("/items", responses(600 = "Never"))]
async fn list_items() -> Response {
    todo!()
}

fn main() {}
