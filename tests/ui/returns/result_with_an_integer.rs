use fastr::{HttpException, get};

#[get("/items", raises(404))]
async fn count_items() -> Result<u32, HttpException> {
    Ok(1)
}

fn main() {}
