use fastr::{ApiError, HttpException, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

#[derive(Debug, ApiError)]
enum Anything {
    #[status(transparent)]
    Raised(#[from] HttpException),
    #[status(transparent)]
    Item(#[from] ItemError),
}

#[get("/items")]
fn list_items() -> Result<Vec<String>, Anything> {
    Err(HttpException::of(451))?
}

fn main() {}
