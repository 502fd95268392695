use fastr::get;

#[get("/items")]
unsafe fn list_items() {}

fn main() {}
