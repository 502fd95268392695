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
    #[status(404, "User not found")]
    NotFound,
}

#[get("/items", raises(UserError::NotFound))]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::NotFound)
}

fn main() {}
