use fastr::get;

#[get("/items")]
async fn list_items() -> Result<String, std::io::Error> {
    std::fs::read_to_string("items")
}

fn main() {}
