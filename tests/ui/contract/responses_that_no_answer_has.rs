use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(String),
    #[status(201)]
    Created(String),
}

#[put("/items", responses(202 = "Later"))]
fn store(name: String) -> Stored {
    Stored::Changed(name)
}

fn main() {}
