use fastr::post;

struct Item {
    name: String,
}

#[post("/items")]
async fn exchange_items(_old: Item, _new: u64) {}

fn main() {}
