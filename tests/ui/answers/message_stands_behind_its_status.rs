#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[error("Item not found")]
    NotFound,
}

fn main() {}
