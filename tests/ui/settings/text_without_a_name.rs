use fastr::get;

#[get("/items", "All items")]
async fn list_items() {}

fn main() {}
