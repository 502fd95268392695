use fastr::get;

#[get("/items")]
async fn read_item() -> Item {
    todo!()
}

fn main() {}
