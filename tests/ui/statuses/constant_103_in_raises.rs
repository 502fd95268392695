use fastr::{HttpException, get, status};

#[get("/items", raises(status::HTTP_103_EARLY_HINTS))]
async fn list_items() -> Result<(), HttpException> {
    Ok(())
}

fn main() {}
