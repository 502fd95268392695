use fastr::get;

#[get("/items", summary = 1)]
async fn list_items() {}

fn main() {}
