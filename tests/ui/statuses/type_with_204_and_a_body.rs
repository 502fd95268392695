use fastr::{Status, get};

#[get("/items")]
fn list_items() -> Status<204, String> {
    Status(String::new())
}

fn main() {}
