use fastr::{Responses, get};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(String),
    #[status(201)]
    Created(String),
}

#[get("/items")]
fn list_items() -> Result<String, Stored> {
    Err(Stored::Changed(String::new()))
}

fn main() {}
