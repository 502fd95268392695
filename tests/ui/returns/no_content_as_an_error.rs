use fastr::{NoContent, get};

#[get("/items")]
fn list_items() -> Result<String, NoContent> {
    Err(NoContent)
}

fn main() {}
