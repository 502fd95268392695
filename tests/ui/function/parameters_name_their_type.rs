use fastr::get;

#[get("/items")]
async fn list_items(_q: impl Into<String>) {}

fn main() {}
