use fastr::get;

#[get("/items", status_code = fastr::status::WS_1000_NORMAL_CLOSURE)]
async fn list_items() {}

fn main() {}
