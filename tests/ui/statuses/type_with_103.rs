use fastr::{Status, get};

#[get("/items")]
fn list_items() -> Status<103, String> {
    Status(String::new())
}

fn main() {}
