#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status]
    NotFound,
}

fn main() {}
