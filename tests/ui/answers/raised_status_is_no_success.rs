#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(201, "Created")]
    Created,
}

fn main() {}
