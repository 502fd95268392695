use fastr::get;

#[get("/items")]
async fn read_item() -> String {
    1
}

fn main() {}
