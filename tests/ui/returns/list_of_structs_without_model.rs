use fastr::get;

struct Item {
    name: String,
}

#[get("/items")]
async fn list_items() -> Vec<Item> {
    todo!()
}

fn main() {}
