use fastr::{Created, get};

struct Item;

#[get("/items")]
fn list_items() -> Created<Item> {
    Created::at("/", Item)
}

fn main() {}
