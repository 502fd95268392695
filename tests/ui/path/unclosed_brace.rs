use fastr::get;

#[get("/items/{item_id")]
async fn read_item(item_id: u64) -> String {
    item_id.to_string()
}

fn main() {}
