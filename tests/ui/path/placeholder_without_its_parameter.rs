use fastr::get;

#[get("/items/{item_id}")]
async fn read_item(shelf: u64) -> String {
    shelf.to_string()
}

fn main() {}
