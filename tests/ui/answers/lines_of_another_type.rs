use fastr::{JsonLines, get, stream};

#[get("/")]
async fn numbers() -> JsonLines<String> {
    JsonLines::new(stream(|mut out| async move { out.send(1u64).await }))
}

fn main() {}
