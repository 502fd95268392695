use fastr::get;

#[get("/items/{_range}")]
async fn list_items(_range: (u64, u64)) {}

fn main() {}
