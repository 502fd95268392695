#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(600, "Item not found")]
    NotFound,
}

fn main() {}
