use fastr::get;

#[get("/items", status_code = 0)]
async fn list_items() {}

fn main() {}
