use fastr::get;

#[get(/items)]
async fn list_items() {}

fn main() {}
