use fastr::{Responses, get};

struct Item {
    name: String,
}

#[derive(Responses)]
#[status(206)]
struct Part(Vec<Item>);

#[get("/items")]
fn list_items() -> Part {
    Part(vec![Item { name: "Drum".into() }])
}

fn main() {}
