use fastr::{JsonResponse, get};

#[get("/items")]
async fn list_items() -> JsonResponse<Vec<String>> {
    JsonResponse::new(Vec::new())
}

fn main() {}
