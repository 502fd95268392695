use fastr::{HttpException, delete};

#[delete("/items", status_code = 204, raises(404))]
async fn delete_items() -> Result<Option<String>, HttpException> {
    Ok(None)
}

fn main() {}
