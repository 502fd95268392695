const NOT_FOUND: &str = "Item not found";

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404, NOT_FOUND)]
    NotFound,
}

fn main() {}
