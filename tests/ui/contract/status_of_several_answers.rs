use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(String),
    #[status(201)]
    Created(String),
}

#[put("/items", status_code = 202)]
fn store(name: String) -> Stored {
    Stored::Changed(name)
}

fn main() {}
