use fastr::{ApiError, get};

const NORMAL: u16 = 1000;

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(NORMAL, "Item not found")]
    NotFound,
}

#[get("/items")]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::NotFound)
}

fn main() {}
