use fastr::post;

#[post("/items")]
async fn create_item() -> (u16, String) {
    (201, String::new())
}

fn main() {}
