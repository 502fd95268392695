use fastr::{ApiError, get};

#[derive(Debug)]
struct Conflict {
    with: u64,
}

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(409)]
    Conflict(#[detail] Conflict),
}

#[get("/items")]
fn list_items() -> Result<Vec<String>, ItemError> {
    Err(ItemError::Conflict(Conflict { with: 7 }))
}

fn main() {}
