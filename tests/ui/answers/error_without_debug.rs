use fastr::{ApiError, get};

#[derive(ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

#[get("/items")]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::NotFound)
}

fn main() {}
