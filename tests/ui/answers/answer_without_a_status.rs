use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    Changed(String),
    #[status(201)]
    Created(String),
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Changed(name)
}

fn main() {}
