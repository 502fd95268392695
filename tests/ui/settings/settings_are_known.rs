use fastr::get;

#[get("/items", sumary = "All items")]
async fn list_items() {}

fn main() {}
