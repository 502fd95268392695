use fastr::get;

#[get("/items")]
async fn list_items(_: u64) {}

fn main() {}
