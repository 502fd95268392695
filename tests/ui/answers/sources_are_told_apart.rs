use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(500, "the items cannot be read")]
    Read(#[from] std::io::Error),
    #[status(507, "the items cannot be written")]
    Write(#[from] std::io::Error),
}

#[get("/items")]
fn list_items() -> Result<String, ItemError> {
    Ok(std::fs::read_to_string("items")?)
}

fn main() {}
