use fastr::get;

#[get("/items")]
async fn list_items(#[query] #[header] token: String) -> String {
    token
}

fn main() {}
