#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(4XX, "Not like this")]
    Wrong,
}

fn main() {}
