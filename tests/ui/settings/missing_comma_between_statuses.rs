use fastr::{HttpException, get};

#[get("/items", raises(404 403))]
async fn list_items() -> Result<(), HttpException> {
    Ok(())
}

fn main() {}
