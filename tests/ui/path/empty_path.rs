use fastr::get;

#[get("")]
async fn list_items() {}

fn main() {}
