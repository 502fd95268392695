use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    Conflict,
}

#[get("/items", raises(ItemError::Conflict))]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::Conflict)
}

fn main() {}
