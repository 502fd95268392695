use fastr::get;

#[get("/items")]
async fn list_items<const LIMIT: usize>() {}

fn main() {}
