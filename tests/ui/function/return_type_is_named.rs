use fastr::get;

#[get("/items")]
async fn list_items() -> impl IntoIterator<Item = String> {
    Vec::new()
}

fn main() {}
