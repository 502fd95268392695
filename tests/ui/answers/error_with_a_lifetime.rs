use fastr::{ApiError, get};

#[derive(Debug, ApiError)]
enum ItemError<'a> {
    #[status(404, "no item {0}")]
    NotFound(&'a str),
}

#[get("/items")]
fn list_items() -> Result<Vec<String>, ItemError<'static>> {
    Err(ItemError::NotFound("7"))
}

fn main() {}
