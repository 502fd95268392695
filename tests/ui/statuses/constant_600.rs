use fastr::get;

const BEYOND: u16 = 600;

#[get("/items", status_code = BEYOND)]
async fn list_items() {}

fn main() {}
