use fastr::{Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(String),
    #[status(204)]
    Nothing(String),
}

#[put("/items")]
fn store(name: String) -> Stored {
    Stored::Nothing(name)
}

fn main() {}
