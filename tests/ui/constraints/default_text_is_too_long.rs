use fastr::get;

#[get("/items")]
async fn list_items(#[query(default = "newest", max_length = 3)] order: String) -> String {
    order
}

fn main() {}
