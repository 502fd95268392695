use fastr::get;

#[get("/items?q={q}")]
async fn list_items(q: String) -> String {
    q
}

fn main() {}
