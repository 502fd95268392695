use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

use ItemError::NotFound;

#[get("/items", raises(NotFound))]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(NotFound)
}

fn main() {}
