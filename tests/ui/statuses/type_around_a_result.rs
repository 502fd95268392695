use fastr::{HttpException, Status, get};

#[get("/items", raises(404))]
fn list_items() -> Status<201, Result<String, HttpException>> {
    Status(Err(HttpException::of(404)))
}

fn main() {}
