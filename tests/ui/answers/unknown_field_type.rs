use fastr::{Responses, get};

#[derive(Responses)]
enum Stored {
    #[status(200)]
    Changed(Itme),
}

#[get("/items")]
fn list_items() -> Stored {
    todo!()
}

fn main() {}
