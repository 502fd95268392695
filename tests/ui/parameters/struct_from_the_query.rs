use fastr::get;

struct Filter;

#[get("/items")]
async fn list_items(#[query] _filter: Filter) {}

fn main() {}
