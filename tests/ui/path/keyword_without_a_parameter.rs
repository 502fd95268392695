use fastr::get;

#[get("/items/{type}")]
async fn list_items() {}

fn main() {}
