use fastr::get;

const ITEMS: &str = "/items";

#[get(ITEMS)]
async fn list_items() {}

fn main() {}
