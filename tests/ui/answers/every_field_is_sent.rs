use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(201)]
    Created { item: String },
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Created { item: name }
}

fn main() {}
