use fastr::{HttpException, get};

struct Item {
    name: String,
}

#[get("/items", raises(404))]
async fn read_item() -> Result<Item, HttpException> {
    todo!()
}

fn main() {}
