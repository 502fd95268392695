use fastr::{HttpException, get};

#[get("/items", responses(409(example("x"))))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
