use fastr::get;

#[get("/items", status_code = 1000)]
async fn list_items() {}

fn main() {}
