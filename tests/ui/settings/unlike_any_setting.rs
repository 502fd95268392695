use fastr::get;

#[get("/items", cached)]
async fn list_items() {}

fn main() {}
