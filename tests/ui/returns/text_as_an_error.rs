use fastr::get;

#[get("/items")]
async fn list_items() -> Result<Vec<String>, String> {
    Ok(Vec::new())
}

fn main() {}
