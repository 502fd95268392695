use fastr::get;

const NORMAL: u16 = 1000;

#[get("/items", status_code = NORMAL)]
async fn list_items() {}

fn main() {}
