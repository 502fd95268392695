#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(409)]
    Conflict(#[body] String),
}

fn main() {}
