use fastr::{HttpException, get};

#[get("/items", responses(defualt = "Anything else"))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
