use fastr::get;

struct Item {
    name: String,
}

#[get("/items")]
async fn read_item() -> Item {
    todo!()
}

fn main() {}
