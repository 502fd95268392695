use fastr::get;

#[get("/items/{item_id}")]
async fn read_item(id: u64) -> String {
    id.to_string()
}

fn main() {}
