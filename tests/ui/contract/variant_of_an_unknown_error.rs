use fastr::{HttpException, get};

#[get("/items", raises(ItemErorr::NotFound))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(404))
}

fn main() {}
