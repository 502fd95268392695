use fastr::{HttpException, get};

#[get("/items", responses(409(description = "Somebody was faster", description = "Too late")))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
