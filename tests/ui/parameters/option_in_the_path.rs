use fastr::get;

#[get("/items/{item_id}")]
async fn read_item(item_id: Option<u64>) -> bool {
    item_id.is_some()
}

fn main() {}
