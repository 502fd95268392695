use fastr::get;

#[get("/items")]
async fn list_items(_q: &str) {}

fn main() {}
