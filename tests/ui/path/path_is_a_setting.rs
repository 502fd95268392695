use fastr::get;

#[get(path = "/items")]
async fn list_items() {}

fn main() {}
