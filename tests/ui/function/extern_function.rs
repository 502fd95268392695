use fastr::get;

#[get("/items")]
extern "C" fn list_items() {}

fn main() {}
