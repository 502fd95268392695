use fastr::{StreamResponse, get, stream};

#[get("/")]
async fn numbers() -> StreamResponse {
    StreamResponse::new(stream(|mut out| async move { out.send(1u64).await }))
}

fn main() {}
