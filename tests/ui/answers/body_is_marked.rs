use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(201, headers("location" = "/items/{1}"))]
    Created(String, u64),
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Created(name, 7)
}

fn main() {}
