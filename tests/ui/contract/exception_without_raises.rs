use fastr::{HttpException, get};

#[get("/items")]
async fn list_items() -> Result<Vec<String>, HttpException> {
    Ok(Vec::new())
}

fn main() {}
