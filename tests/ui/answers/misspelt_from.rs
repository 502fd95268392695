#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(500, "The store is out of order")]
    Store(#[form] std::io::Error),
}

fn main() {}
