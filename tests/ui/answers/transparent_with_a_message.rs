#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(transparent, "not allowed")]
    Access(#[from] AccessError),
}

#[derive(Debug, fastr::ApiError)]
enum AccessError {
    #[status(403, "not yours")]
    Forbidden,
}

fn main() {}
