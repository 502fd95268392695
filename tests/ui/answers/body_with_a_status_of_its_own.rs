use fastr::{Redirect, Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(String),
    #[status(303)]
    Elsewhere(Redirect),
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Changed(name)
}

fn main() {}
