#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status = 404]
    NotFound,
}

fn main() {}
