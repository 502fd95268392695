#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(code = 404, message = "Item not found")]
    NotFound,
}

fn main() {}
