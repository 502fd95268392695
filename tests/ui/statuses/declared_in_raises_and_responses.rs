use fastr::{HttpException, get};

#[get("/items", raises(404), responses(404 = "No such item"))]
async fn list_items() -> Result<(), HttpException> {
    Ok(())
}

fn main() {}
