use fastr::get;

#[get("/items")]
async fn list_items(#[query(default = 5)] limit: Option<u8>) -> String {
    format!("{limit:?}")
}

fn main() {}
