#[derive(Debug)]
struct StoreError;

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(500, "the store is out of order")]
    Store(#[source] StoreError),
}

fn main() {}
