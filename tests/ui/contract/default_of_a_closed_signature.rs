use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

#[get("/items", responses(default = "Anything else"))]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::NotFound)
}

fn main() {}
