use fastr::get;

#[get("/items/{id:int}")]
async fn read_item(id: u64) -> String {
    id.to_string()
}

fn main() {}
