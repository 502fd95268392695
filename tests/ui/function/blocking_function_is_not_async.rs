use fastr::get;

#[get("/items", blocking)]
async fn list_items() {}

fn main() {}
