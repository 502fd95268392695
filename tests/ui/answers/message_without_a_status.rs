#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status("Item not found")]
    NotFound,
}

fn main() {}
