use fastr::get;

#[get("/items", body_limit = 1_048_576)]
async fn list_items(q: Option<String>) -> Vec<String> {
    q.into_iter().collect()
}

fn main() {}
