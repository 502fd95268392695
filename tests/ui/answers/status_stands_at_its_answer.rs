use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
#[status(404, "Item not found")]
enum ItemError {
    NotFound,
}

#[get("/items")]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::NotFound)
}

fn main() {}
