use fastr::{Created, get};

#[get("/items")]
fn list_items() -> Vec<Created<String>> {
    Vec::new()
}

fn main() {}
