use fastr::get;

#[get("/items", status_code = 70000)]
async fn list_items() {}

fn main() {}
