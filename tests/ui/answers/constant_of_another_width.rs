const GONE: u32 = 410;

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(GONE, "Item is gone")]
    Gone,
}

fn main() {}
