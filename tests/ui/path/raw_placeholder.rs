use fastr::get;

#[get("/items/{r#type}")]
async fn list_items(r#type: String) -> String {
    r#type
}

fn main() {}
