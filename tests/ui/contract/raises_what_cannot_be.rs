use fastr::get;

#[get("/items", raises(404))]
async fn list_items() -> Vec<String> {
    Vec::new()
}

fn main() {}
