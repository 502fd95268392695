use fastr::get;

#[get("/items", status_code = 101)]
async fn list_items() {}

fn main() {}
