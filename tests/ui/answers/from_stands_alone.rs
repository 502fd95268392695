use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(500, "{path} cannot be read")]
    Store {
        #[from]
        error: std::io::Error,
        path: String,
    },
}

#[get("/items")]
fn list_items() -> Result<String, ItemError> {
    Ok(std::fs::read_to_string("items")?)
}

fn main() {}
