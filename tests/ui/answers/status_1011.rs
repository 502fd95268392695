#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(1011, "Internal error")]
    Internal,
}

fn main() {}
