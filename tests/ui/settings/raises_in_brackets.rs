use fastr::{HttpException, get};

#[get("/items", raises[404])]
async fn list_items() -> Result<(), HttpException> {
    Ok(())
}

fn main() {}
