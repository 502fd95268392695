use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    NotFound,
    #[status(409, "Item exists")]
    Conflict,
}

#[get("/items", raises(ItemError::NotFound))]
fn list_items() -> Vec<String> {
    let _ = ItemError::NotFound;
    Vec::new()
}

fn main() {}
