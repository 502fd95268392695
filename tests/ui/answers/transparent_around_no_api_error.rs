use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(transparent)]
    Store(#[from] std::io::Error),
}

#[get("/items")]
fn list_items() -> Result<String, ItemError> {
    Ok(std::fs::read_to_string("items")?)
}

fn main() {}
