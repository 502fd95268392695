use fastr::{HttpException, get};

#[get("/items", responses("default" = "Anything else"))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
