#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404, "no item {item_id")]
    NotFound { item_id: u64 },
}

fn main() {}
