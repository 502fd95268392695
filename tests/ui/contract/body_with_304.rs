use fastr::get;

#[get("/items", status_code = 304)]
async fn list_items() -> Vec<String> {
    Vec::new()
}

fn main() {}
