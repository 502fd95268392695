use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(201, headers("location" = "/items/{1}"))]
    Created(#[body] String, u64, Vec<u64>),
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Created(name, 7, Vec::new())
}

fn main() {}
