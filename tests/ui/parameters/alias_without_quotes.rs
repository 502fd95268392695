use fastr::get;

#[get("/items")]
async fn list_items(#[query(alias = item)] q: String) -> String {
    q
}

fn main() {}
