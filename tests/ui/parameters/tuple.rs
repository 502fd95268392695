use fastr::get;

#[get("/items")]
async fn list_items(_range: (u64, u64)) {}

fn main() {}
