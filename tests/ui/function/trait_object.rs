use fastr::get;

#[get("/items")]
async fn list_items(_source: &dyn Iterator<Item = String>) {}

fn main() {}
