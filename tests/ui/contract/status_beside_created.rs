use fastr::{Created, post};

#[post("/items", status_code = 202)]
fn create_item(name: String) -> Created<String> {
    Created::at("/items/1", name)
}

fn main() {}
