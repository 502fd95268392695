use fastr::get;

#[get("/items")]
async fn list_items(#[query(min_lenght = 3)] q: String) -> String {
    q
}

fn main() {}
