#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(404, "no item }")]
    NotFound,
}

fn main() {}
