use fastr::{HttpException, get};

#[get("/items", responses(409 = 5))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
