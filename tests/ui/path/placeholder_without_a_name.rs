use fastr::get;

#[get("/items/{}")]
async fn read_item(item_id: u64) -> String {
    item_id.to_string()
}

fn main() {}
