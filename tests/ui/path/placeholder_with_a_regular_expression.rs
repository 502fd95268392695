use fastr::get;

#[get("/items/{id:[0-9]+}")]
async fn read_item(id: u64) -> String {
    id.to_string()
}

fn main() {}
