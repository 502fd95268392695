use fastr::{HttpException, get};

#[get("/items", raises())]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
