use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

#[derive(Debug, ApiError)]
enum UserError {
    #[status(403, "Not yours")]
    Forbidden,
}

#[get("/items", raises(ItemError::NotFound, UserError::Forbidden))]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::NotFound)
}

fn main() {}
