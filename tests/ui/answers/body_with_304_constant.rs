use fastr::{Responses, get, status};

#[derive(Responses)]
#[status(status::HTTP_304_NOT_MODIFIED)]
struct Unchanged(Vec<String>);

#[get("/items")]
fn list_items() -> Unchanged {
    Unchanged(Vec::new())
}

fn main() {}
