use fastr::get;

#[get("/items", status_code = 500 + 100)]
async fn list_items() {}

fn main() {}
