#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(500, "the store says {0}")]
    Store(#[from] String),
}

fn main() {}
