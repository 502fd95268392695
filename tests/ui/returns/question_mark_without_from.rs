use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(500, "The store is out of order")]
    Store(#[source] std::io::Error),
}

#[get("/items")]
fn list_items() -> Result<String, ItemError> {
    Ok(std::fs::read_to_string("items")?)
}

fn main() {}
