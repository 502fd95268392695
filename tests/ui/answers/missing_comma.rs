#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404 "Item not found")]
    NotFound,
}

fn main() {}
