use fastr::get;

#[get("/items")]
async fn count_items() -> u16 {
    200
}

fn main() {}
