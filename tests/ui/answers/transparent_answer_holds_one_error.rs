#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(transparent)]
    Other,
}

fn main() {}
