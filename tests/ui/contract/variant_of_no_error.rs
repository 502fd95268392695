use fastr::{HttpException, get};

#[derive(Debug)]
enum ItemError {
    NotFound,
}

#[get("/items", raises(ItemError::NotFound))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::new(404, format!("{:?}", ItemError::NotFound)))
}

fn main() {}
