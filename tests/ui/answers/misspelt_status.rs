#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[statsu(404, "Item not found")]
    NotFound,
}

fn main() {}
