use fastr::{HttpException, get};

#[get("/items", raises(409 = 404))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
