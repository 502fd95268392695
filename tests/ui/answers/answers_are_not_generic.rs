use fastr::{Responses, put};

#[derive(Responses)]
enum Stored<T> {
    #[status(200)]
    Changed(T),
    #[status(201)]
    Created(T),
}

#[put("/items")]
fn store(name: String) -> Stored<String> {
    Stored::Changed(name)
}

fn main() {}
