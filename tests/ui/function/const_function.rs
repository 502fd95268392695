use fastr::get;

#[get("/items")]
const fn list_items() {}

fn main() {}
