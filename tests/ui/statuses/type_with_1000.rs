use fastr::{Status, get};

#[get("/items")]
fn list_items() -> Status<1000, String> {
    Status(String::new())
}

fn main() {}
