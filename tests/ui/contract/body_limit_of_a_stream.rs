use fastr::{Request, post};

#[post("/upload", body_limit = 1_048_576)]
async fn upload(request: Request) -> bool {
    request.into_body().collect(1_048_576).await.is_ok()
}

fn main() {}
