use fastr::{Response, Responses, put};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(Response),
}

#[put("/items")]
fn store(name: String) -> Stored {
    let _ = name;
    Stored::Changed(Response::default())
}

fn main() {}
