use fastr::{Status, get};

#[get("/items")]
fn list_items() -> Status<201, u64> {
    Status(7)
}

fn main() {}
