use fastr::{Response, get};

#[get("/items")]
async fn list_items() -> Response {
    todo!()
}

fn main() {}
