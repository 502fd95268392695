#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404)]
    #[error("Item not found")]
    NotFound,
}

fn main() {}
