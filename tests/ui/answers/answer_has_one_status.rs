#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404, "Item not found")]
    #[status(410, "Item is gone")]
    NotFound,
}

fn main() {}
