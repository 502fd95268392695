use fastr::get;

#[get("/items")]
async fn list_items(#[header] token: &String) -> String {
    token.clone()
}

fn main() {}
