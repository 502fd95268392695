use fastr::{Created, Status, get};

#[get("/items")]
fn list_items() -> Status<202, Created<String>> {
    Status(Created::at("/", String::new()))
}

fn main() {}
