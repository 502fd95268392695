use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

#[get("/items")]
fn list_items() -> Result<ItemError, ItemError> {
    Ok(ItemError::NotFound)
}

fn main() {}
