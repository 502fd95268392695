use fastr::{Responses, put};

struct Item {
    name: String,
}

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(Item),
    #[status(201)]
    Created(Item),
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Created(Item { name })
}

fn main() {}
